import type * as Y from 'yjs';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { findVersionToRestore, isSectionLocked } from '#db/notes/history.ts';
import { listSections, lockNotes, readLog } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { appendUpdate, updateOf, type Writing } from '../append-update.ts';
import { weightOf } from '../note-log.ts';
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

async function write(
  trx: Trx,
  writing: Writing,
  { agendaItemId, blocks }: { agendaItemId: string; blocks: readonly NoteBlock[] },
): Promise<'written' | 'same' | 'too-large'> {
  const { doc, sections } = writing;
  const update = updateOf(doc, () =>
    turnInto(doc.getXmlFragment(sectionName(agendaItemId)), blocks, idsElsewhere(doc, sections, agendaItemId)),
  );
  return update ? appendUpdate(trx, writing, update) : 'same';
}

function idsElsewhere(doc: Y.Doc, sections: readonly string[], agendaItemId: string): Set<string> {
  const others = sections.filter((section) => section !== agendaItemId);
  return new Set(others.flatMap((section) => paragraphsOf(normalise(doc.getXmlFragment(sectionName(section)))).map(({ id }) => id)));
}
