import * as Y from 'yjs';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { encodeParts } from '#app/model/notes-frames.ts';
import { normalise } from '#app/model/read-blocks.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { findVersionToRestore, isSectionLocked } from '#db/notes/history.ts';
import { appendLog, listSections, lockNotes, readLog } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { checkUpdate } from '../gate.ts';
import { nextLogId } from '../log-ids.ts';
import { MAX_NOTES_BYTES, weightOf } from '../note-log.ts';
import { paragraphsOf, projectRecords } from '../project-records.ts';
import { documentOf } from '../read-notes.ts';
import { keepVersions, sectionsToKeep } from './keep-versions.ts';
import { mayRestore } from './policy.ts';
import { turnInto } from './turn-into.ts';

export type Restoration =
  | { ok: true; agendaItemId: string; changed: boolean }
  | { ok: false; reason: 'not-allowed' | 'version-unknown' | 'section-locked' | 'too-large' };

/**
 * Makes a section say what one of its versions says: one more edit, in the name of whoever asks, while others type or not.
 * The log is never shortened by it. What the section says until then is kept first, so that restoring that undoes this.
 * Open editors are told after the commit.
 */
export async function restoreVersion(
  services: Pick<Services, 'db' | 'live' | 'clock'>,
  { meetingId, can }: MeetingScope,
  by: Viewer,
  versionId: string,
): Promise<Restoration> {
  if (!mayRestore(can)) return { ok: false, reason: 'not-allowed' };
  const { db, live, clock } = services;
  const author = await numberAuthor(db, meetingId, by.personId);
  const restored = await inTransaction(db, async (trx) => {
    await lockNotes(trx, meetingId);
    const version = await findVersionToRestore(trx, meetingId, versionId);
    const sections = await listSections(trx, meetingId);
    if (!version || !sections.includes(version.agendaItemId)) return { ok: false, reason: 'version-unknown' } as const;
    const { agendaItemId } = version;
    if (await isSectionLocked(trx, agendaItemId)) return { ok: false, reason: 'section-locked' } as const;
    const stored = await readLog(trx, meetingId);
    const doc = documentOf(stored);
    const at = clock.now();
    await keepVersions(trx, meetingId, sectionsToKeep(doc, [agendaItemId]), { reason: 'before-restore', at });
    const written = await write(trx, { meetingId, author, doc, sections, weight: weightOf(stored) }, version);
    if (written !== 'written')
      return written === 'same' ? ({ ok: true, agendaItemId, doc: null } as const) : ({ ok: false, reason: written } as const);
    const after = sectionsToKeep(doc, [agendaItemId], new Map([[agendaItemId, new Set([author])]]));
    await keepVersions(trx, meetingId, after, { reason: 'restored', at });
    await recordAudit(trx, {
      ...{ personId: by.personId, action: 'notes.restored', subjectType: 'meeting', subjectId: meetingId },
      detail: { agendaItemId, versionId },
    });
    return { ok: true, agendaItemId, doc, sections } as const;
  });
  if (!restored.ok) return restored;
  const { agendaItemId, doc } = restored;
  if (!doc) return { ok: true, agendaItemId, changed: false };
  live.changed(meetingId, 'notes');
  if (await projectRecords(db, meetingId, doc, restored.sections)) live.changed(meetingId, 'records');
  return { ok: true, agendaItemId, changed: true };
}

interface Writing {
  meetingId: string;
  author: number;
  doc: Y.Doc;
  sections: readonly string[];
  /** Of the log until now, in bytes. */
  weight: number;
}

async function write(
  trx: Trx,
  { meetingId, author, doc, sections, weight }: Writing,
  { agendaItemId, blocks }: { agendaItemId: string; blocks: readonly NoteBlock[] },
): Promise<'written' | 'same' | 'too-large'> {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => turnInto(doc.getXmlFragment(sectionName(agendaItemId)), blocks, idsElsewhere(doc, sections, agendaItemId)));
  const [update] = updates;
  if (!update) return 'same';
  if (weight + update.length > MAX_NOTES_BYTES) return 'too-large';
  const checked = checkUpdate(update, author, { clocks, owners: new Map(), sections: new Set(sections) });
  if (!checked.ok && checked.reason === 'too-large') return 'too-large';
  if (!checked.ok) throw new Error(`The server's own writing does not pass the gate: ${checked.reason}.`);
  const clients = checked.update.newClients.map((clientId) => ({ clientId, author }));
  const row = { id: nextLogId(), meetingId, body: encodeParts([{ author, n: 0, update }]), clients };
  if ((await appendLog(trx, [row])).length > 0) throw new Error('Two rows of the log were given the same id; try again.');
  return 'written';
}

function idsElsewhere(doc: Y.Doc, sections: readonly string[], agendaItemId: string): Set<string> {
  const others = sections.filter((section) => section !== agendaItemId);
  return new Set(others.flatMap((section) => paragraphsOf(normalise(doc.getXmlFragment(sectionName(section)))).map(({ id }) => id)));
}
