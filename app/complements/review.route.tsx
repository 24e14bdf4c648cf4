import { data, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { acceptComplement } from '#server/complements/accept-complement.ts';
import { refuseComplement } from '#server/complements/refuse-complement.ts';
import { reopenComplement } from '#server/complements/reopen-complement.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { organiseOrTakePart } from '#server/reviews/access.ts';
import type { Route } from './+types/review.route.ts';
import { faultOf, parseSpot, readDecision, type SentDecision } from './decision-form.ts';
import { loadReview } from './load-review.server.ts';
import { decidedWords, reopenedWords, sentWords } from './refusal-words.ts';
import { parseView, reviewPath } from './review-query.ts';
import { ReviewScreen } from './review-screen.tsx';
import '#app/minutes/minutes.css';
import './complements.css';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.complements_title({ title: loaderData?.meeting.title ?? '' })} · ${m.common_brand()}` }];
}

const pathOf = (slug: string) => `/minutes/${slug}/review`;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseOrTakePart(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return notFound();
  return loadReview(services, { scope, viewer }, new URL(request.url).searchParams);
}

/**
 * Which proposal is open is the page's own affair; everything else is asked for, above all after a decision that was refused:
 * somebody else took one.
 */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  if (formMethod) return true;
  const sameView = parseView(currentUrl.searchParams.get('view')) === parseView(nextUrl.searchParams.get('view'));
  const moved = currentUrl.href !== nextUrl.href && currentUrl.pathname === nextUrl.pathname && sameView;
  return moved ? false : defaultShouldRevalidate;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return notFound();
  const sent = readDecision(await readForm(request));
  if (!sent) throw data(null, { status: 400 });
  const fault = faultOf(sent);
  if (fault) return data({ sent, message: sentWords(fault) }, { status: 422 });
  const by = { scope, viewer };
  if (sent.intent === 'reopen') {
    const reopened = await reopenComplement(services, by, sent.id);
    if (!reopened.ok && reopened.reason === 'unknown') return notFound();
    if (reopened.ok) return redirect(localePath(reviewPath(params.meeting, { at: sent.id, done: sent.id })));
    return data({ sent, message: reopenedWords(reopened) }, { status: 409 });
  }
  const decided =
    sent.intent === 'refuse'
      ? await refuseComplement(services, by, { id: sent.id, reason: sent.reason })
      : await acceptComplement(services, by, acceptanceOf(sent));
  if (decided.ok) return redirect(localePath(reviewPath(params.meeting, { at: sent.next, done: sent.id })));
  if (decided.reason === 'unknown') return notFound();
  return data({ sent, message: decidedWords(decided, sent.intent) }, { status: decided.reason === 'empty' ? 422 : 409 });
}

function acceptanceOf({ id, intent, seen, into, text, identity, reason }: SentDecision) {
  const edited = intent === 'edit';
  const isNamed = identity.name + identity.function + identity.organisation !== '';
  return {
    ...{ id, seen, into: parseSpot(into), text: edited ? text : null, answer: reason },
    identity: edited && isNamed ? identity : null,
  };
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  return <ReviewScreen screen={loaderData} refusal={actionData ?? null} />;
}
