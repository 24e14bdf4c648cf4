/** Where a meeting is, as its open pages are told. Instants are ISO, by the server's clock. */
export interface Facilitation {
  /** When this was read: pages count the time from here, whatever their own clock says. */
  now: string;
  startedAt: string | null;
  closedAt: string | null;
  /** The point that the meeting is at; its clock runs since then, or is paused. */
  current: { agendaItemId: string; runningSince: string | null } | null;
  /** The points that were begun. */
  points: PointRun[];
  /** Agenda items whose notes are locked. */
  locked: string[];
  /** Who asks for the floor, in the order in which they asked. */
  floor: FloorRequest[];
}

export interface PointRun {
  agendaItemId: string;
  startedAt: string;
  endedAt: string | null;
  /** While the clock ran, before `current.runningSince`. */
  spentSeconds: number;
  addedMinutes: number;
}

export interface FloorRequest {
  id: string;
  attendanceId: string;
  personId: string;
  name: string;
  organisation: string;
  askedAt: string;
}
