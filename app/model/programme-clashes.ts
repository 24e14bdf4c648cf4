import { type DraftSession, minutesOfSlot, type ProgrammeContent, type ProgrammeRoom, type ProgrammeSlot } from './programme-draft.ts';

/** Something that the organiser of a programme will want to know; it never stops a draft. Ids are of sessions. */
export type Clash =
  /** The same person in several sessions at once. */
  | { kind: 'person'; sessions: string[]; slotId: string; personId: string; name: string }
  | { kind: 'room'; sessions: string[]; slotId: string; roomId: string }
  /** A plenary has the edition to itself. */
  | { kind: 'plenary'; sessions: string[]; slotId: string }
  /** More people registered than the room seats. */
  | { kind: 'registered'; sessions: [string]; roomId: string; seats: number; registered: number }
  /** More places are offered than the room seats. */
  | { kind: 'seats'; sessions: [string]; roomId: string; seats: number; places: number }
  /** The agenda is longer than the slot; both in minutes. */
  | { kind: 'agenda'; sessions: [string]; slotId: string; minutes: number; slotMinutes: number };

export interface Clashing extends Omit<ProgrammeContent, 'sessions'> {
  sessions: readonly DraftSession[];
}

/** What clashes in a programme, in order of its slots. Slots of an edition do not overlap, so « at once » is « in one slot ». */
export function clashesOf({ slots, rooms, sessions }: Pick<Clashing, 'slots' | 'rooms' | 'sessions'>): Clash[] {
  const inSlot = Map.groupBy(sessions, (session) => session.slotId);
  return slots.flatMap((slot) => {
    const parallel = inSlot.get(slot.id) ?? [];
    return [
      ...(slot.kind === 'plenary' && parallel.length > 1 ? [{ kind: 'plenary' as const, sessions: idsOf(parallel), slotId: slot.id }] : []),
      ...sharedRooms(slot, parallel),
      ...sharedPeople(slot, parallel),
      ...parallel.flatMap((session) => ofOne(slot, session, rooms)),
    ];
  });
}

function sharedRooms(slot: ProgrammeSlot, parallel: readonly DraftSession[]): Clash[] {
  return [...Map.groupBy(parallel, (session) => session.roomId)].flatMap(([roomId, shared]) =>
    roomId && shared.length > 1 ? [{ kind: 'room', sessions: idsOf(shared), slotId: slot.id, roomId }] : [],
  );
}

function sharedPeople(slot: ProgrammeSlot, parallel: readonly DraftSession[]): Clash[] {
  const parts = parallel.flatMap((session) => session.people.map((person) => ({ ...person, session })));
  return [...Map.groupBy(parts, (part) => part.personId)].flatMap(([personId, own]) => {
    const sessions = [...new Set(own.map((part) => part.session.id))];
    return sessions.length > 1 ? [{ kind: 'person', sessions, slotId: slot.id, personId, name: own[0]?.name ?? '' }] : [];
  });
}

function ofOne(slot: ProgrammeSlot, session: DraftSession, rooms: readonly ProgrammeRoom[]): Clash[] {
  const clashes: Clash[] = [];
  const room = rooms.find((one) => one.id === session.roomId);
  const seats = room?.capacity ?? null;
  const { registered, capacity: places } = session;
  if (room && seats !== null && registered > seats)
    clashes.push({ kind: 'registered', sessions: [session.id], roomId: room.id, seats, registered });
  if (room && seats !== null && places !== null && places > seats)
    clashes.push({ kind: 'seats', sessions: [session.id], roomId: room.id, seats, places });
  const slotMinutes = minutesOfSlot(slot);
  if (session.agendaMinutes > slotMinutes)
    clashes.push({ kind: 'agenda', sessions: [session.id], slotId: slot.id, minutes: session.agendaMinutes, slotMinutes });
  return clashes;
}

const idsOf = (sessions: readonly DraftSession[]) => sessions.map((session) => session.id);

/** The programme as it would be with a session elsewhere. */
export function withPlacement<S extends { id: string; slotId: string | null; roomId: string | null }>(
  sessions: readonly S[],
  id: string,
  to: { slotId: string | null; roomId: string | null },
): S[] {
  return sessions.map((session) => (session.id === id ? { ...session, ...to } : session));
}
