import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { feedPath } from '#app/model/calendar.ts';
import { answerInvitation } from '#server/attendance/answer-invitation.ts';
import { readInvitation } from '#server/attendance/read-invitation.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-answer.route.ts';
import { AnswerPage } from './answer-page.tsx';
import { readAnswer } from './answer-values.ts';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${loaderData.meeting.title} · ${m.common_brand()}` }];
}

/** The answer of somebody who is signed in, as a page of its own; the meeting page shows the same form and sends it here. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  if (!viewer) return refuse(viewer, `/meetings/${params.meeting}/answer`);
  const page = await readInvitation(services, await enterMeeting(services, viewer, params.meeting));
  if (!page) return notFound();
  const calendarHref = page.inCalendar ? feedPath({ of: 'meeting', slug: page.meeting.slug }) : null;
  return { ...page, calendarHref };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const page = `/meetings/${params.meeting}`;
  if (!viewer) return refuse(viewer, `${page}/answer`);
  const scope = await enterMeeting(services, viewer, params.meeting);
  const sent = readAnswer(await request.formData());
  if (!sent.ok) return data({ refused: sent.refused }, { status: 422 });
  const answered = await answerInvitation(services, { scope, given: sent.given });
  if (!answered.ok && answered.reason === 'not_invited') return notFound();
  throw redirect(`${localePath(page)}${answered.ok ? '?answered#reponse' : '#reponse'}`);
}

export default function OwnAnswer({ loaderData, actionData, params }: Route.ComponentProps) {
  return <AnswerPage {...loaderData} action={localePath(`/meetings/${params.meeting}/answer`)} refused={actionData?.refused ?? null} />;
}
