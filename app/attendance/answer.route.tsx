import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { openInvitationLink } from '#server/attendance/access.ts';
import { answerInvitation } from '#server/attendance/answer-invitation.ts';
import { readInvitation } from '#server/attendance/read-invitation.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/answer.route.ts';
import { AnswerPage } from './answer-page.tsx';
import { proposedAnswer, readAnswer } from './answer-values.ts';
import { DeadLink } from './dead-link.tsx';

// The address holds a secret: it must not stay in shared caches or be indexed. Referer never leaves this site (security.ts);
// 'no-referrer' would be stricter, but browsers then send the form with 'Origin: null', which is refused.
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;
const dead = () => data({ dead: true as const }, { status: 404 });

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData && 'meeting' in loaderData ? loaderData.meeting.title : m.attendance_dead_title();
  return [{ title: `${title} · ${m.common_brand()}` }];
}

/** Shows the invitation and records nothing: mail scanners follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const scope = await openInvitationLink(services, params.token);
  const page = scope && (await readInvitation(services, scope));
  if (!page) return dead();
  const saved = new URL(request.url).searchParams.has('saved');
  const calendarHref = page.inCalendar ? `/answers/${params.token}/meeting.ics` : null;
  return { ...page, saved, proposed: saved ? null : proposedAnswer(request.url), calendarHref };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const scope = await openInvitationLink(services, params.token);
  if (!scope) return dead();
  const sent = readAnswer(await readForm(request));
  if (!sent.ok) return data({ refused: sent.refused }, { status: 422 });
  const answered = await answerInvitation(services, { scope, given: sent.given });
  if (!answered.ok && answered.reason === 'not_invited') return dead();
  // closed in the meantime: the page says so
  throw redirect(`${localePath(`/answers/${params.token}`)}${answered.ok ? '?saved#reponse' : ''}`);
}

export default function Answer({ loaderData, actionData, params }: Route.ComponentProps) {
  if ('dead' in loaderData || (actionData && 'dead' in actionData)) return <DeadLink />;
  return <AnswerPage {...loaderData} action={localePath(`/answers/${params.token}`)} refused={actionData?.refused ?? null} />;
}
