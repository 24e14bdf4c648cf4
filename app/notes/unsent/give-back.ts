import * as Y from 'yjs';
import type { Refusal } from '#app/model/notes-protocol.ts';
import type { Outgoing } from '../outgoing.ts';
import type { StoredUpdate } from '../unsent-updates.ts';
import { sectionsOf, withoutSections } from './sections-of-update.ts';
import { type SectionText, textOfUpdates } from './unsent-text.ts';

export interface UnsentPage {
  doc: Y.Doc;
  outgoing: Outgoing;
  agendaItemIds: readonly string[];
}

/**
 * The server will never take update `n` (0: it is not known which). Takes it out of what is sent, and gives its text for the
 * person. Only what was written in the same sections goes with it; the rest waits on the device for a new document.
 */
export function giveBack({ doc, outgoing, agendaItemIds }: UnsentPage, reason: Refusal, n: number): SectionText[] {
  const refused = outgoing.sent(n);
  const sections = refused && reason !== 'forged' ? sectionsOf(doc, refused) : new Set<string>();
  const texts = textOfUpdates(doc, outgoing.updates, agendaItemIds);
  if (sections.size === 0) {
    outgoing.replace(() => null);
    return texts;
  }
  outgoing.replace((update) => withoutSections(doc, update, sections));
  // what only deleted has no text; the person is told where it was
  return [...sections].map((agendaItemId) => texts.find((text) => text.agendaItemId === agendaItemId) ?? { agendaItemId, text: '' });
}

/** The same for what stands on something that neither this page nor the server has; for everything when that cannot be told. */
export function giveBackCutOff({ doc, outgoing, agendaItemIds }: UnsentPage): SectionText[] {
  const all = outgoing.updates;
  const cutOff = all.filter((update) => isCutOff(doc, update));
  const lost = new Set(cutOff.length > 0 ? cutOff : all);
  const texts = textOfUpdates(doc, [...lost], agendaItemIds);
  outgoing.replace((update) => (lost.has(update) ? null : update));
  return texts;
}

/** What the device kept and nobody may send now, read in a document of its own: the open one stays as the server has it. */
export function readLeftovers(doc: Y.Doc, leftovers: readonly StoredUpdate[], agendaItemIds: readonly string[]): SectionText[] {
  if (leftovers.length === 0) return [];
  const copy = new Y.Doc();
  const updates = leftovers.map(({ update }) => update);
  for (const update of [Y.encodeStateAsUpdate(doc), ...updates]) Y.applyUpdate(copy, update);
  const texts = textOfUpdates(copy, updates, agendaItemIds);
  copy.destroy();
  return texts;
}

/** Whether an update stands on others that this document does not have. */
function isCutOff(doc: Y.Doc, update: Uint8Array): boolean {
  return [...Y.parseUpdateMeta(update).to].some(([client, clock]) => clock > Y.getState(doc.store, client));
}

const A_MINUTE = 60_000;
const MAX_A_MINUTE = 5;
const beginnings: number[] = [];

/** A document that is refused as soon as it is made would be made anew for ever. */
export function mayBeginAnew(): boolean {
  const now = performance.now();
  beginnings.push(now);
  return beginnings.filter((at) => at > now - A_MINUTE).length <= MAX_A_MINUTE;
}
