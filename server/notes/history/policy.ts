import type { MeetingAbilities } from '#app/model/scope.ts';

/**
 * Former versions hold what somebody took back: those who write the notes see them, to mend an accident, and those who
 * organise the meeting. Whoever only reads the notes reads what they say now.
 */
export function maySeeHistory(can: MeetingAbilities): boolean {
  return can.writeNotes || can.organise;
}

/** Restoring is writing. */
export function mayRestore(can: MeetingAbilities): boolean {
  return can.writeNotes;
}

export function mayEraseHistory(can: MeetingAbilities): boolean {
  return can.organise;
}
