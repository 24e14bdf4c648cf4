import type * as Y from 'yjs';
import type { VersionReason } from '#app/model/note-history.ts';
import { sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import type { Trx } from '#db/client.ts';
import { addVersions, dropVersions, listKeptVersions, type SectionToKeep } from '#db/notes/history.ts';
import { listSections, lockNotes } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { readDocument } from '../read-notes.ts';
import { versionsToDrop } from './thin-out.ts';

export interface Keeping {
  reason: VersionReason;
  at: Temporal.Instant;
  /** Of a section whose last version is younger than that, none is kept. */
  unlessSince?: Temporal.Instant;
}

/**
 * Keeps a version of the sections that say something else than when they were last kept, and lets go of those that served
 * their time (thin-out.ts). The caller holds lockNotes, so that two processes keep none twice. Gives the agenda items.
 */
export async function keepVersions(
  trx: Trx,
  meetingId: string,
  sections: readonly SectionToKeep[],
  { reason, at, unlessSince }: Keeping,
): Promise<string[]> {
  const when = { reason, savedAt: at.toString(), unlessSince: unlessSince?.toString() ?? null };
  const kept = await addVersions(trx, meetingId, sections, when);
  for (const agendaItemId of kept) await dropVersions(trx, versionsToDrop(await listKeptVersions(trx, meetingId, agendaItemId), at));
  return kept;
}

/** Keeps the sections of a meeting as they are on disk, when it is closed. */
export async function keepNotesAsClosed({ db, clock }: Pick<Services, 'db' | 'clock'>, meetingId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockNotes(trx, meetingId);
    const sections = sectionsToKeep(await readDocument(trx, meetingId), await listSections(trx, meetingId));
    await keepVersions(trx, meetingId, sections, { reason: 'closed', at: clock.now() });
  });
}

/** The same inside the caller's transaction, whatever they say: for what is to be compared with this moment later. */
export async function keepNotesWithin(trx: Trx, meetingId: string, at: Temporal.Instant): Promise<void> {
  await lockNotes(trx, meetingId);
  const sections = sectionsToKeep(await readDocument(trx, meetingId), await listSections(trx, meetingId));
  await keepVersions(trx, meetingId, sections, { reason: 'pause', at });
}

/** `writers`: who wrote in each since it was last kept, where that is known. */
export function sectionsToKeep(
  doc: Y.Doc,
  sections: readonly string[],
  writers?: ReadonlyMap<string, ReadonlySet<number>>,
): SectionToKeep[] {
  return sections.map((agendaItemId) => ({
    agendaItemId,
    blocks: normalise(doc.getXmlFragment(sectionName(agendaItemId))),
    authors: [...(writers?.get(agendaItemId) ?? [])].sort((a, b) => a - b),
  }));
}
