import type { SlotKind } from './programme.ts';

/** An hour of an edition. Hours are those of the edition's own zone. */
export interface ProgrammeSlot {
  id: string;
  kind: SlotKind;
  /** '' for an hour of sessions that needs no name; a break has one. */
  label: string;
  /** 'YYYY-MM-DD'. */
  day: string;
  /** 'HH:MM', both. */
  startsAt: string;
  endsAt: string;
  toConfirm: boolean;
}

export interface ProgrammeRoom {
  id: string;
  name: string;
  /** Seats; null: nobody knows yet. */
  capacity: number | null;
}

export interface ProgrammeTrack {
  id: string;
  name: string;
}

/** Where a session stands on the grid. Without a slot it has no room either. */
export interface Placement {
  slotId: string | null;
  roomId: string | null;
  trackId: string | null;
}

export interface PlacedSession extends Placement {
  /** Of the meeting that the session is. */
  id: string;
  title: string;
}

/** A programme as it is published: slots in order of time, rooms and tracks in their own. */
export interface ProgrammeContent {
  timeZone: string;
  slots: ProgrammeSlot[];
  rooms: ProgrammeRoom[];
  tracks: ProgrammeTrack[];
  sessions: PlacedSession[];
}

export const EMPTY_PROGRAMME: ProgrammeContent = { timeZone: 'Europe/Paris', slots: [], rooms: [], tracks: [], sessions: [] };

/** What clashes are found by: more of a session than where it stands. */
export interface DraftSession extends PlacedSession {
  /** Places for those who register; null: as many as the room holds. */
  capacity: number | null;
  registered: number;
  /** Length of its agenda in minutes; 0: it has none. */
  agendaMinutes: number;
  /** Those who must be there: chair, facilitators, speakers. */
  people: { personId: string; name: string }[];
}

/** An edition's slots in order of time, as ISO text compares. */
export function inOrderOfTime<S extends Pick<ProgrammeSlot, 'day' | 'startsAt'>>(slots: readonly S[]): S[] {
  return slots.toSorted((a, b) => (`${a.day}T${a.startsAt}` < `${b.day}T${b.startsAt}` ? -1 : 1));
}

/** Whether two slots are at the same time, if only for a minute; one that begins when the other ends is not. */
export function overlap(one: ProgrammeSlot, other: ProgrammeSlot): boolean {
  return one.day === other.day && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

export function minutesOfSlot({ startsAt, endsAt }: Pick<ProgrammeSlot, 'startsAt' | 'endsAt'>): number {
  return minutesOfDay(endsAt) - minutesOfDay(startsAt);
}

function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
