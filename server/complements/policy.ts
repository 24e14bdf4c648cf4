import { type MinutesState, notesOpenTo } from '#app/model/minutes.ts';
import type { MeetingAbilities } from '#app/model/scope.ts';

/** What participants propose is decided by those who organise the meeting. */
export function mayDecide(can: MeetingAbilities): boolean {
  return can.organise;
}

/** A decision changes the notes: there is none while nobody writes in them. */
export function isDecidable(state: MinutesState): boolean {
  return notesOpenTo(state) !== 'nobody';
}

/** What was approved, or published, was decided for good: what follows is an erratum. */
export function isReopenable(state: MinutesState): boolean {
  return state === 'draft' || state === 'in_review';
}
