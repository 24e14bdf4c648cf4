import type { MeetingAbilities } from '#app/model/scope.ts';

/** Minutes are published by those who organise the meeting, and by nobody else. */
export function mayPublish(can: MeetingAbilities): boolean {
  return can.organise;
}
