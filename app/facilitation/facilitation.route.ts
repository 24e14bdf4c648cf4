import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { paneOf } from '#app/notes/panes.ts';
import { checkIn } from '#server/attendance/check-in.ts';
import { attendMeeting, enterRoom, leadMeeting } from '#server/facilitation/access.ts';
import { askFloor, withdrawFloor } from '#server/facilitation/ask-floor.ts';
import { checkInOneself } from '#server/facilitation/check-in-oneself.ts';
import { closeMeeting, reopenMeeting } from '#server/facilitation/close-meeting.ts';
import { giveFloor } from '#server/facilitation/give-floor.ts';
import { goToNextPoint, goToPoint } from '#server/facilitation/go-to-point.ts';
import { lockSection } from '#server/facilitation/lock-section.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { addMinutes, pauseClock } from '#server/facilitation/run-clock.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/facilitation.route.ts';
import type { StepRefusal } from './step-answer.ts';
import { readStep, type StepFields } from './step-fields.ts';

/** Where a form without scripts comes back to; there is nothing to read here. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  await enterRoom(services, viewer, params.meeting);
  return redirect(localePath(`/meetings/${params.meeting}/live?pane=agenda`));
}

/** Every step of running a meeting: answered with JSON for scripts that ask so, else by the meeting's page. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const { meetingId } = await enterRoom(services, viewer, params.meeting);
  const form = await readForm(request);
  const fields = readStep(form);
  const step: Answer = viewer && fields ? await take(services, viewer, params.meeting, fields) : { ok: false, reason: 'malformed' };
  if (request.headers.get('accept')?.includes('application/json')) {
    const facilitation = await readFacilitation(services, meetingId);
    return Response.json({ ...step, facilitation }, { headers: { 'Cache-Control': 'no-store' } });
  }
  const search = new URLSearchParams({ pane: paneOf(new URLSearchParams({ pane: String(form.get('pane')) })) });
  if (!step.ok) search.set('refused', step.reason);
  return redirect(localePath(`/meetings/${params.meeting}/live?${search}`));
}

type Answer = { ok: true; section?: string | null } | { ok: false; reason: StepRefusal };

/** Each step has its gate: what is not this person's to do does not exist for them. */
async function take(services: Services, viewer: Viewer, slug: string, fields: StepFields): Promise<Answer> {
  const lead = async () => ({ viewer, scope: await leadMeeting(services, viewer, slug) });
  const organise = async () => ({ viewer, scope: await organiseMeeting(services, viewer, slug) });
  const attend = async () => ({ viewer, scope: await attendMeeting(services, viewer, slug) });
  switch (fields.intent) {
    case 'start':
      return startMeeting(services, await lead());
    case 'next':
      return goToNextPoint(services, { ...(await lead()), leaving: fields.leaving });
    case 'go':
      return goToPoint(services, { ...(await lead()), leaving: fields.leaving, to: fields.point });
    case 'pause':
    case 'resume':
      return pauseClock(services, { ...(await lead()), agendaItemId: fields.point, paused: fields.intent === 'pause' });
    case 'add':
      return addMinutes(services, { ...(await lead()), agendaItemId: fields.point, seen: fields.seen, minutes: fields.minutes });
    case 'give':
      return giveFloor(services, { ...(await lead()), requestId: fields.request });
    case 'lock':
    case 'unlock':
      return lockSection(services, { ...(await organise()), agendaItemId: fields.point, locked: fields.intent === 'lock' });
    case 'close':
      return closeMeeting(services, await organise());
    case 'reopen':
      return reopenMeeting(services, await organise());
    case 'check':
      return checkIn(services, { ...(await organise()), attendanceId: fields.attendance, present: fields.present });
    case 'ask':
      return askFloor(services, await attend());
    case 'withdraw':
      return withdrawFloor(services, await attend());
    case 'sign':
      return checkInOneself(services, await attend());
  }
}
