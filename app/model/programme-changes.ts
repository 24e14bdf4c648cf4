import type { SlotKind } from './programme.ts';
import type { PlacedSession, ProgrammeContent, ProgrammeRoom, ProgrammeSlot } from './programme-draft.ts';

/** An hour as a change list says it: nothing has to be looked up to read it, years later. */
export interface SlotSaid {
  kind: SlotKind;
  label: string;
  day: string;
  startsAt: string;
  endsAt: string;
  toConfirm: boolean;
}

/** Where a session is; room '': none yet. */
export interface WhereSaid extends Omit<SlotSaid, 'kind' | 'label'> {
  room: string;
}

/** One line of a change list. `meetingId` lets whoever may not see a session be spared its line. */
export type ProgrammeChange =
  | { kind: 'session_added'; meetingId: string; title: string; to: WhereSaid | null }
  | { kind: 'session_withdrawn'; meetingId: string; title: string; from: WhereSaid | null }
  | { kind: 'session_moved'; meetingId: string; title: string; from: WhereSaid | null; to: WhereSaid | null }
  | { kind: 'session_renamed'; meetingId: string; title: string; to: string }
  | { kind: 'session_track'; meetingId: string; title: string; from: string; to: string }
  | { kind: 'slot_added'; slot: SlotSaid }
  | { kind: 'slot_removed'; slot: SlotSaid }
  | { kind: 'slot_changed'; from: SlotSaid; to: SlotSaid }
  | { kind: 'room_added'; room: string; capacity: number | null }
  | { kind: 'room_removed'; room: string }
  | { kind: 'room_renamed'; room: string; to: string }
  | { kind: 'room_capacity'; room: string; from: number | null; to: number | null }
  | { kind: 'zone'; from: string; to: string };

/**
 * What changed between two programmes, for people to read: sessions first, in order of the new hours, then hours and rooms.
 * Equal programmes give an empty list. A slot of sessions says no more than the sessions in it do, and is listed only when
 * it is empty in both.
 */
export function changesBetween(before: ProgrammeContent, after: ProgrammeContent): ProgrammeChange[] {
  const zone: ProgrammeChange[] =
    before.timeZone !== after.timeZone && before.slots.length > 0 ? [{ kind: 'zone', from: before.timeZone, to: after.timeZone }] : [];
  return [...zone, ...sessionChanges(before, after), ...slotChanges(before, after), ...roomChanges(before.rooms, after.rooms)];
}

function sessionChanges(before: ProgrammeContent, after: ProgrammeContent): ProgrammeChange[] {
  const old = new Map(before.sessions.map((session) => [session.id, session]));
  const kept = new Set(after.sessions.map((session) => session.id));
  const order = new Map(after.slots.map((slot, index) => [slot.id, index]));
  const place = ({ slotId }: PlacedSession) => (slotId === null ? Number.POSITIVE_INFINITY : (order.get(slotId) ?? 0));
  const withdrawn = before.sessions
    .filter((session) => !kept.has(session.id))
    .map((session) => ({
      kind: 'session_withdrawn' as const,
      meetingId: session.id,
      title: session.title,
      from: whereOf(session, before),
    }));
  const others = after.sessions
    .toSorted((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'fr'))
    .flatMap((session) => {
      const was = old.get(session.id);
      return was ? changesOfSession(session, after, was, before) : [added(session, after)];
    });
  return [...withdrawn, ...others];
}

function added(session: PlacedSession, content: ProgrammeContent): ProgrammeChange {
  return { kind: 'session_added', meetingId: session.id, title: session.title, to: whereOf(session, content) };
}

function changesOfSession(now: PlacedSession, after: ProgrammeContent, was: PlacedSession, before: ProgrammeContent): ProgrammeChange[] {
  const [from, to] = [whereOf(was, before), whereOf(now, after)];
  const one = { meetingId: now.id, title: was.title };
  const changes: ProgrammeChange[] = [];
  // a room that was renamed is no other room
  const sameRoom = was.roomId === now.roomId && was.roomId !== null;
  if (!same(from && { ...from, room: sameRoom ? '' : from.room }, to && { ...to, room: sameRoom ? '' : to.room }))
    changes.push({ ...one, kind: 'session_moved', from, to });
  if (was.title !== now.title) changes.push({ ...one, kind: 'session_renamed', to: now.title });
  const [oldTrack, newTrack] = [trackOf(was, before), trackOf(now, after)];
  if (oldTrack !== newTrack && was.trackId !== now.trackId) changes.push({ ...one, kind: 'session_track', from: oldTrack, to: newTrack });
  return changes;
}

function slotChanges(before: ProgrammeContent, after: ProgrammeContent): ProgrammeChange[] {
  const busy = new Set([...before.sessions, ...after.sessions].map((session) => session.slotId));
  const quiet = ({ id }: ProgrammeSlot) => !busy.has(id);
  const old = new Map(before.slots.map((slot) => [slot.id, slot]));
  const kept = new Set(after.slots.map((slot) => slot.id));
  const removed = before.slots
    .filter((slot) => !kept.has(slot.id) && quiet(slot))
    .map((slot) => ({ kind: 'slot_removed' as const, slot: saidOf(slot) }));
  const others = after.slots.flatMap((slot): ProgrammeChange[] => {
    const was = old.get(slot.id);
    if (!was) return quiet(slot) ? [{ kind: 'slot_added', slot: saidOf(slot) }] : [];
    const relabelled = was.label !== slot.label || was.kind !== slot.kind;
    const moved = !same(hoursOf(was), hoursOf(slot));
    return relabelled || (moved && quiet(slot)) ? [{ kind: 'slot_changed', from: saidOf(was), to: saidOf(slot) }] : [];
  });
  return [...removed, ...others];
}

function roomChanges(before: readonly ProgrammeRoom[], after: readonly ProgrammeRoom[]): ProgrammeChange[] {
  const old = new Map(before.map((room) => [room.id, room]));
  const kept = new Set(after.map((room) => room.id));
  const removed = before.filter(({ id }) => !kept.has(id)).map(({ name }) => ({ kind: 'room_removed' as const, room: name }));
  const others = after.flatMap(({ id, name, capacity }): ProgrammeChange[] => {
    const was = old.get(id);
    if (!was) return [{ kind: 'room_added', room: name, capacity }];
    return [
      ...(was.name === name ? [] : [{ kind: 'room_renamed' as const, room: was.name, to: name }]),
      ...(was.capacity === capacity ? [] : [{ kind: 'room_capacity' as const, room: name, from: was.capacity, to: capacity }]),
    ];
  });
  return [...removed, ...others];
}

function whereOf({ slotId, roomId }: PlacedSession, { slots, rooms }: ProgrammeContent): WhereSaid | null {
  const slot = slots.find((one) => one.id === slotId);
  if (!slot) return null;
  return { ...hoursOf(slot), room: rooms.find((room) => room.id === roomId)?.name ?? '' };
}

const hoursOf = ({ day, startsAt, endsAt, toConfirm }: ProgrammeSlot) => ({ day, startsAt, endsAt, toConfirm });
const saidOf = ({ kind, label, ...slot }: ProgrammeSlot): SlotSaid => ({ kind, label, ...hoursOf({ kind, label, ...slot }) });
const trackOf = ({ trackId }: PlacedSession, { tracks }: ProgrammeContent) => tracks.find((one) => one.id === trackId)?.name ?? '';
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
