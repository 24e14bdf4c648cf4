import * as Y from 'yjs';
import type { KeptCopy } from '../unsent-updates.ts';
import { openDevice } from './device.ts';
import { textOfUpdates } from './unsent-text.ts';

/** A text on this device that is in no notes, and how to let go of it. */
export interface KeptText {
  id: string;
  sections: { title: string; text: string }[];
  forget(): void;
}

/** All that this browser keeps of a person, for pages where no notes can be opened: whoever lost every right still has their words. */
export async function readKept(personId: string): Promise<KeptText[]> {
  const device = openDevice();
  const kept = (await device.list('')).filter(({ key }) => key.replace(/^copy:/, '').split('/')[1] === personId);
  const copies = kept
    .filter(({ key }) => key.startsWith('copy:'))
    .map(({ key, value }) => ({ id: key, keys: [key], sections: (value as KeptCopy).sections }));
  const meetings = Map.groupBy(
    kept.filter(({ key }) => !key.startsWith('copy:')),
    ({ key }) => key.split('/')[0] ?? '',
  );
  const unsent = [...meetings].map(([id, records]) => {
    const doc = new Y.Doc();
    const updates = records.map(({ value }) => value as Uint8Array);
    for (const update of updates) Y.applyUpdate(doc, update);
    const sections = textOfUpdates(doc, updates, []).map(({ text }) => ({ title: '', text }));
    return { id, keys: records.map(({ key }) => key), sections };
  });
  return [...copies, ...unsent]
    .filter(({ sections }) => sections.some(({ text }) => text !== ''))
    .map(({ id, keys, sections }) => ({ id, sections, forget: () => device.delete(keys) }));
}
