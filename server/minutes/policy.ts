import type { MeetingAbilities } from '#app/model/scope.ts';

/** Minutes are published by those who organise the meeting, and by nobody else. */
export function mayPublish(can: MeetingAbilities): boolean {
  return can.organise;
}

/** So are they approved, and opened again. */
export function mayChangeState(can: MeetingAbilities): boolean {
  return can.organise;
}

/** What was published is redacted, or noted upon, by the same. */
export function mayRedact(can: MeetingAbilities): boolean {
  return can.organise;
}

/** The internal edition is for the people concerned: those who may read the notes that it was made of. */
export function mayReadInternal(can: MeetingAbilities): boolean {
  return can.readNotes;
}

/** The draft is for those who organise the meeting, and for those whom they asked to review it. */
export function mayReadDraft(can: MeetingAbilities, { reviews }: { reviews: boolean }): boolean {
  return can.organise || reviews;
}

/** Who decides how statements are attributed. */
export function mayAttribute(can: MeetingAbilities): boolean {
  return can.organise;
}
