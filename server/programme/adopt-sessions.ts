import { overlap, type ProgrammeRoom, type ProgrammeSlot } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { recordAudit } from '#db/audit/write.ts';
import { type DraftSessionRow, readDraft } from '#db/programme/read-draft.ts';
import { touchDraft } from '#db/programme/write.ts';
import { writePlacement } from '#db/programme/write-placements.ts';
import { insertRoom } from '#db/programme/write-rooms.ts';
import { insertSlot } from '#db/programme/write-slots.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { checkSlot } from './check-slot.ts';
import { holdEdition } from './hold-edition.ts';

export type AdoptedSessions =
  | { ok: true; placed: number; left: number }
  /** The grid has hours already. */
  | { ok: false; reason: 'has_slots' };

/**
 * Makes a grid of an edition whose sessions were announced one by one: their hours become slots, their places rooms. A
 * session whose hours cross those of an earlier one, or lie outside the edition, is left to be placed by hand.
 */
export async function adoptSessions(
  services: Services,
  { viewer, scope }: { viewer: Viewer; scope: OrganisedEdition },
): Promise<AdoptedSessions> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx): Promise<AdoptedSessions> => {
    const edition = await holdEdition(trx, editionId);
    const draft = await readDraft(trx, scope);
    if (draft.slots.length > 0) return { ok: false, reason: 'has_slots' };
    const timed = draft.sessions.flatMap((session) => hoursOf(session)).toSorted((a, b) => (a.start < b.start ? -1 : 1));
    const slots: ProgrammeSlot[] = [];
    const rooms: ProgrammeRoom[] = [...draft.rooms];
    let placed = 0;
    for (const { session, slot } of timed) {
      const same = slots.find((one) => one.day === slot.day && one.startsAt === slot.startsAt && one.endsAt === slot.endsAt);
      if (!same && (slots.some((one) => overlap(one, slot)) || checkSlot(slot, edition, slots))) continue;
      if (!same) {
        await insertSlot(trx, editionId, slot);
        slots.push(slot);
      }
      const name = session.placeName === edition.place ? '' : session.placeName;
      let room = rooms.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!room && name !== '') {
        room = { id: crypto.randomUUID(), name, capacity: null };
        await insertRoom(trx, editionId, { ...room, position: rooms.length + 1 });
        rooms.push(room);
      }
      await writePlacement(trx, editionId, session.id, { slotId: (same ?? slot).id, roomId: room?.id ?? null, trackId: session.trackId });
      placed++;
    }
    await touchDraft(trx, editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'edition.adopt_sessions', subjectType: 'edition', subjectId: editionId },
      detail: { placed },
    });
    return { ok: true, placed, left: timed.length - placed };
  });
}

/** A slot of a session's own hours; none for one without hours, over midnight, or cancelled. */
function hoursOf(session: DraftSessionRow): { session: DraftSessionRow; slot: ProgrammeSlot; start: string }[] {
  const when = whenOf(session.edtf);
  if (session.status === 'cancelled' || when.kind !== 'time' || when.start.slice(0, 10) !== when.end.slice(0, 10)) return [];
  const { start, end, toConfirm } = when;
  const hours = { day: start.slice(0, 10), startsAt: start.slice(11), endsAt: end.slice(11) };
  return [{ session, start, slot: { id: crypto.randomUUID(), kind: 'sessions', label: '', ...hours, toConfirm } }];
}
