import type { EditionPlan } from '#app/model/programme.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { daysBetween } from '#app/model/when.ts';
import { insertAttendances } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { copyHeadings, listSessionsToCopy, listSpeakers } from '#db/programme/copy-session.ts';
import { touchDraft } from '#db/programme/write.ts';
import { writePlacement } from '#db/programme/write-placements.ts';
import { insertRoom, insertTrack, listRooms, listTracks } from '#db/programme/write-rooms.ts';
import { insertSlot, listSlots } from '#db/programme/write-slots.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { checkSlot } from './check-slot.ts';
import { createWithin as createEditionWithin } from './create-edition.ts';
import { createWithin as createSessionWithin } from './create-session.ts';
import { holdEdition } from './hold-edition.ts';

/** What a new edition takes over from last year's; never attendances, notes or minutes. */
export const TAKEN_OVER = ['rooms', 'slots', 'tracks', 'sessions', 'headings', 'speakers'] as const;
export type TakenOver = (typeof TAKEN_OVER)[number];

/** New ids by the old ones. */
type Copies = Map<string, string>;

/**
 * Opens an edition of the same group as another one, with what is asked for taken over: slots on the same day of the edition
 * (those of days that the new one does not have are left out), sessions as drafts. `headings` and `speakers` ask for
 * `sessions`. `id` comes with the form: the same form sent twice opens one edition.
 */
export async function duplicateEdition(
  services: Services,
  {
    viewer,
    scope,
    id,
    plan,
    take,
  }: { viewer: Viewer; scope: OrganisedEdition; id: string; plan: EditionPlan; take: ReadonlySet<TakenOver> },
): Promise<{ slug: string }> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, async (trx) => {
    const { slug, sentBefore } = await createEditionWithin(trx, { viewer, groupId: scope.groupId, id, plan, now });
    if (sentBefore) return { slug };
    const source = await holdEdition(trx, scope.editionId);
    const pair = { from: scope.editionId, to: id };
    const rooms = take.has('rooms') ? await copyNamed(await listRooms(trx, pair.from), (room) => insertRoom(trx, id, room)) : new Map();
    const tracks = take.has('tracks')
      ? await copyNamed(await listTracks(trx, pair.from), (track) => insertTrack(trx, id, track))
      : new Map();
    const slots = take.has('slots') ? await copySlots(trx, pair, source.startsOn, plan) : new Map();
    if (take.has('sessions')) await copySessions(trx, { viewer, ...pair, take, now, places: { rooms, tracks, slots } });
    await touchDraft(trx, id);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'edition.duplicate', subjectType: 'edition', subjectId: id },
      detail: { from: scope.editionId, take: [...take] },
    });
    return { slug };
  });
}

async function copyNamed<Row extends { id: string; revision: number }>(
  rows: readonly Row[],
  insert: (row: Omit<Row, 'revision'> & { position: number }) => Promise<boolean>,
): Promise<Copies> {
  const copies: Copies = new Map();
  for (const [index, { revision: _, ...row }] of rows.entries()) {
    const id = crypto.randomUUID();
    await insert({ ...row, id, position: index + 1 });
    copies.set(row.id, id);
  }
  return copies;
}

async function copySlots(trx: Trx, { from, to }: { from: string; to: string }, startedOn: string, plan: EditionPlan): Promise<Copies> {
  const copies: Copies = new Map();
  for (const { revision: _, ...slot } of await listSlots(trx, from)) {
    const day = Temporal.PlainDate.from(plan.startsOn).add({ days: daysBetween(startedOn, slot.day) - 1 });
    const copy = { ...slot, id: crypto.randomUUID(), day: day.toString() };
    // a day that the new edition does not have, or an hour that does not exist on it
    if (checkSlot(copy, plan, [])) continue;
    await insertSlot(trx, to, copy);
    copies.set(slot.id, copy.id);
  }
  return copies;
}

interface SessionCopies {
  viewer: Viewer;
  from: string;
  to: string;
  take: ReadonlySet<TakenOver>;
  now: string;
  places: { rooms: Copies; tracks: Copies; slots: Copies };
}

async function copySessions(trx: Trx, { viewer, from, to, take, now, places }: SessionCopies): Promise<void> {
  const edition = await holdEdition(trx, to);
  for (const { id: old, groupId, slotId, roomId, trackId, ...session } of await listSessionsToCopy(trx, from)) {
    const id = crypto.randomUUID();
    await createSessionWithin(trx, { viewer, edition, editionId: to, groupId, id, session, now });
    if (take.has('headings')) await copyHeadings(trx, { from: old, to: id });
    if (take.has('speakers'))
      for (const { personId, roles } of await listSpeakers(trx, old))
        await insertAttendances(trx, { meetingId: id, personIds: [personId], roles, now });
    const slot = copyOf(places.slots, slotId);
    const placement = { slotId: slot, roomId: slot && copyOf(places.rooms, roomId), trackId: copyOf(places.tracks, trackId) };
    if (placement.slotId || placement.trackId) await writePlacement(trx, to, id, placement);
  }
}

const copyOf = (copies: Copies, id: string | null) => (id === null ? null : (copies.get(id) ?? null));
