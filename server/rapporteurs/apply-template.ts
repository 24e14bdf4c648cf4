import { countWords } from '#app/model/count-words.ts';
import { arrangeHeadings, type Heading } from '#app/model/headings.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { insertItem, touchMeeting, writeOrder } from '#db/agenda/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { listHeadings, listSessionsToArrange } from '#db/rapporteurs/read-headings.ts';
import { listPointsWithHeadings, writeHeadingOfPoint } from '#db/rapporteurs/write-headings.ts';
import { inTransaction } from '#db/transaction.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Most sessions of one edition. */
const MOST = 400;

/** How many sessions were given headings, or had them in another order; the others had them all. */
export interface TemplateApplied {
  changed: number;
  same: number;
}

/**
 * Gives sessions of an edition the headings that they have in common; null: all of them. Again changes nothing. A session
 * that is cancelled, or whose minutes are approved or out, is left as it is. Each is its own transaction: whoever draws up
 * the agenda of one session waits for that one only.
 */
export async function applyTemplate(
  services: Services,
  { viewer, edition, meetingIds }: { viewer: Viewer; edition: OrganisedEdition; meetingIds: readonly string[] | null },
): Promise<TemplateApplied> {
  const [headings, sessions] = await Promise.all([
    listHeadings(services.db, edition),
    listSessionsToArrange(services.db, edition, { limit: MOST }),
  ]);
  const now = services.clock.now().toString();
  const applied = { changed: 0, same: 0 };
  for (const { id } of sessions.filter((session) => meetingIds === null || meetingIds.includes(session.id))) {
    const changed = await inTransaction(services.db, async (trx) => {
      if ((await holdMeeting(trx, id)).status === 'cancelled') return false;
      if (!(await giveHeadings(trx, { meetingId: id, headings, now }))) return false;
      await recordAudit(trx, { personId: viewer.personId, action: 'agenda.headings', subjectType: 'meeting', subjectId: id });
      return true;
    });
    applied[changed ? 'changed' : 'same'] += 1;
    if (changed) services.live.changed(id, 'agenda');
  }
  return applied;
}

/** The same for a session that is just being created, in the transaction that creates it. */
export async function applyTemplateToNew(
  trx: Trx,
  { editionId, meetingId, now }: { editionId: string; meetingId: string; now: string },
): Promise<void> {
  await giveHeadings(trx, { meetingId, headings: await listHeadings(trx, { editionId }), now });
}

async function giveHeadings(
  trx: Trx,
  { meetingId, headings, now }: { meetingId: string; headings: readonly Heading[]; now: string },
): Promise<boolean> {
  if (headings.length === 0) return false;
  const [points, notes] = [await listPointsWithHeadings(trx, meetingId), await readNotesWithin(trx, meetingId)];
  const written = new Set(notes.filter(({ blocks }) => countWords(blocks) > 0).map(({ agendaItemId }) => agendaItemId));
  const changes = arrangeHeadings(
    points.map((point) => ({ ...point, holdsNotes: written.has(point.id) })),
    headings,
  );
  if (!changes) return false;
  for (const change of changes.written) await writeHeadingOfPoint(trx, change);
  const ids = new Map<string, string>();
  for (const [index, heading] of changes.added.entries()) {
    const id = crypto.randomUUID();
    ids.set(heading.id, id);
    const { title, kind, durationMinutes } = heading;
    const point = { title, kind, durationMinutes, summary: '', presenterIds: [] };
    await insertItem(trx, { id, meetingId, point, position: points.length + index + 1 });
    await writeHeadingOfPoint(trx, { pointId: id, heading, rewrite: false });
  }
  await writeOrder(
    trx,
    meetingId,
    changes.order.map((place) => ('pointId' in place ? place.pointId : (ids.get(place.headingId) ?? ''))),
  );
  await touchMeeting(trx, meetingId, now);
  return true;
}
