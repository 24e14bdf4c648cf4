import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ATTENDANCE_LIMITS, isOver } from '#app/model/attendance.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { findPeopleToInvite, listGroupsToInvite, listInvitedPeople, listMissingMembers } from '#db/attendance/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { checkIn } from '#server/attendance/check-in.ts';
import { editAttendance } from '#server/attendance/edit-attendance.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { noteAnswer } from '#server/attendance/note-answer.ts';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { resendInvitation } from '#server/attendance/resend-invitation.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/attendees.route.ts';
import * as read from './attendees-form.ts';
import { AttendeesPage } from './attendees-page.tsx';
import { INVITE_FAULTS, RESEND_FAULTS } from './labels.ts';

const MOST_FOUND = 20;
const MOST_NAMED = 200;

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.attendance_list_title()} · ${loaderData?.meeting.title ?? m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting);
  const network = await enterNetwork(services, viewer);
  const asked = new URL(request.url).searchParams;
  const { db } = services;
  const [meeting, people, groups] = await Promise.all([
    findMeeting(db, scope),
    listInvitedPeople(db, scope, { limit: ATTENDANCE_LIMITS.attendees }),
    listGroupsToInvite(db, scope, network),
  ]);
  const group = groups.find((one) => one.slug === asked.get('group')) ?? null;
  const query = asked.get('q')?.slice(0, 100) ?? '';
  const [members, found] = await Promise.all([
    group ? listMissingMembers(db, scope, { groupId: group.id, limit: MOST_NAMED }) : [],
    query ? findPeopleToInvite(db, scope, network, { query, limit: MOST_FOUND + 1 }) : [],
  ]);
  return {
    ...{ meeting, people, groups, query },
    over: isOver(meeting, services.clock.now()),
    confirm: group && { group, members },
    found: found.slice(0, MOST_FOUND),
    moreFound: found.length > MOST_FOUND,
    editing: asked.get('edit'),
    newId: crypto.randomUUID(),
    done: { added: countIn(asked, 'added'), written: countIn(asked, 'written'), what: asked.get('done') },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const page = localePath(`/meetings/${params.meeting}/attendees`);
  const intent = read.readIntent(form);
  const refused = (faults: FieldFault[]) => data({ intent, faults, typed: read.typedIn(form) }, { status: 422 });
  const mend = (message: string) => refused([{ message }]);
  const invite = async (whom: Parameters<typeof invitePeople>[1]['whom']) => {
    const network = await enterNetwork(services, viewer);
    const invited = await invitePeople(services, { viewer, scope, network, whom, roles: read.readRole(form) });
    if (!invited.ok) return mend(INVITE_FAULTS[invited.reason]());
    throw redirect(`${page}?added=${invited.added}&written=${invited.written}`);
  };
  switch (intent) {
    case 'invite-group': {
      const group = read.readGroup(form);
      return group.ok ? invite({ kind: 'group', ...group.value }) : refused(group.faults);
    }
    case 'invite-people': {
      const people = read.readPeople(form);
      return people.ok ? invite({ kind: 'people', personIds: people.value }) : refused(people.faults);
    }
    case 'invite-new': {
      const person = read.readNewPerson(form);
      return person.ok ? invite({ kind: 'new', person: person.value }) : refused(person.faults);
    }
  }
  const attendanceId = read.readAttendanceId(form);
  if (!attendanceId) return mend(m.attendance_fault_form());
  const whom = { viewer, scope, attendanceId };
  const saved = (result: { ok: boolean }) => {
    if (!result.ok) return mend(m.attendance_fault_gone());
    throw redirect(`${page}?done=saved#a-${attendanceId}`);
  };
  switch (intent) {
    case 'check-in': {
      // safe to send again, and pressed many times in a row at the door: the page stays where it is
      const checked = await checkIn(services, { ...whom, present: form.get('present') === 'yes' });
      return checked.ok ? null : mend(m.attendance_fault_gone());
    }
    case 'edit': {
      const edit = read.readEdit(form);
      return edit.ok ? saved(await editAttendance(services, { ...whom, edit: edit.value })) : refused(edit.faults);
    }
    case 'note-answer': {
      const given = read.readNotedAnswer(form);
      return given.ok ? saved(await noteAnswer(services, { ...whom, given: given.value })) : refused(given.faults);
    }
    case 'resend': {
      const resent = await resendInvitation(services, whom);
      if (!resent.ok) return mend(RESEND_FAULTS[resent.reason]());
      throw redirect(`${page}?done=resent#a-${attendanceId}`);
    }
    case 'remove': {
      const removed = await removeAttendee(services, whom);
      if (!removed.ok) return mend(m.attendance_edit_remove_checked_in());
      throw redirect(`${page}?done=${removed.written ? 'told' : 'removed'}`);
    }
    default:
      return mend(m.attendance_fault_form());
  }
}

export default function Attendees({ loaderData, actionData }: Route.ComponentProps) {
  return <AttendeesPage {...loaderData} refused={actionData ?? null} />;
}

/** A number that this page wrote into its own address. */
function countIn(asked: URLSearchParams, name: string): number | null {
  const text = asked.get(name);
  return text && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
