import { ATTENDANCE_LIMITS, countAnswers } from '#app/model/attendance.ts';
import type { SelfScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listAttendees } from '#db/attendance/read.ts';
import { listUnansweredPolls } from '#db/date-polls/read-lists.ts';
import { MOST_WAITING } from '#db/date-polls/read-waiting.ts';
import { countFollowUps } from '#db/follow-ups/read.ts';
import { findOwnFollowUp } from '#db/follow-ups/read-own.ts';
import { findMainGroup, findNextOwnMeeting, listTodo } from '#db/follow-ups/read-todo.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { enterFollowUps, enterOwnFollowUp } from '#server/follow-ups/access.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import type { NextOwnMeeting } from './next-own-meeting.tsx';
import { inOrder } from './todo-rows.ts';

/** What the page of things to do shows. `answered` is the action that was just marked as done, to take it back. */
export async function loadTodo(services: Services, self: SelfScope & { viewer: Viewer }, answered: string | null) {
  const { viewer } = self;
  const now = services.clock.now();
  const at = { now: now.toString(), today: now.toZonedDateTimeISO(viewer.timeZone).toPlainDate().toString() };
  const [rows, next, group, done, polls] = await Promise.all([
    listTodo(services.db, self, at),
    nextMeeting(services, self, at.now),
    mainGroup(services, self, at.today),
    answered ? justDone(services, viewer, answered) : null,
    listUnansweredPolls(services.db, self, { now: at.now, limit: MOST_WAITING }),
  ]);
  return { rows: inOrder(rows, at.today), today: at.today, name: viewer.givenName, next, group, done, polls, now: at.now };
}

async function nextMeeting(services: Services, self: SelfScope & { viewer: Viewer }, now: string): Promise<NextOwnMeeting | null> {
  const slug = await findNextOwnMeeting(services.db, self, now);
  const scope = slug && (await findMeetingScope(services, self.viewer, { slug }));
  if (!scope) return null;
  const { organise, readNotes, seeAttendees } = scope.can;
  const [meeting, attendees] = await Promise.all([
    findMeeting(services.db, scope),
    seeAttendees ? listAttendees(services.db, scope, { limit: ATTENDANCE_LIMITS.attendees }) : null,
  ]);
  const counts = attendees && attendees.length > 0 ? countAnswers(attendees) : null;
  const { title, edtf, timeZone } = meeting;
  return { slug, title, edtf, timeZone, counts, can: { organise, readNotes } };
}

async function mainGroup(services: Services, self: SelfScope & { viewer: Viewer }, today: string) {
  const group = await findMainGroup(services.db, self);
  if (!group) return null;
  const scopes = await enterFollowUps(services, self.viewer, group.slug);
  return { ...group, counts: await countFollowUps(services.db, scopes, today) };
}

async function justDone(services: Services, viewer: Viewer, followUpId: string) {
  const scope = await enterOwnFollowUp(services, viewer, followUpId);
  const found = scope && (await findOwnFollowUp(services.db, scope));
  return found?.state === 'done' && found.stateBy === viewer.personId ? { id: found.id, body: found.body } : null;
}
