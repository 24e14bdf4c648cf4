import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { isUuid, parseUuid } from '#app/model/uuid.ts';
import { readForm } from '#server/http/read-form.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { organiseReview, organiseReviewPath } from '#server/reviews/access.ts';
import { closeReview } from '#server/reviews/close-review.ts';
import { extendReview } from '#server/reviews/extend-review.ts';
import { openReview } from '#server/reviews/open-review.ts';
import { planReview } from '#server/reviews/plan-review.ts';
import { readOrganiserPage } from '#server/reviews/read-organiser-page.ts';
import { remindReviewers } from '#server/reviews/remind-reviewers.ts';
import { makePersonalLink } from '#server/reviews/review-links.ts';
import type { Route } from './+types/organise-review.route.ts';
import { type OpeningFault, type OpeningValues, parseOpening, readOpeningForm } from './opening-values.ts';
import { ORGANISER_INTENTS, OrganiseReviewPage } from './organise-review-page.tsx';
import { openingFaultWords } from './organiser-words.ts';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.reviews_organise_title()} : ${loaderData?.page.meeting.title ?? ''} · ${m.common_brand()}` }];
}

// it may hold a personal link
export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseReview(services, viewer, params.meeting);
  const query = new URL(request.url).searchParams;
  const done = query.get('done');
  const count = Number.parseInt(query.get('count') ?? '', 10);
  return { page: await readOrganiserPage(services, scope), id: crypto.randomUUID(), done, count: count >= 0 ? count : 0 };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = organiseReviewPath(params.meeting);
  const scope = await organiseReview(services, viewer, params.meeting);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const back = (query = '') => redirect(`${localePath(path)}${query}`);
  const reviewId = form.get('review');
  const by = { viewer, scope, reviewId: isUuid(reviewId) ? reviewId : crypto.randomUUID() };
  switch (form.get('intent')) {
    case ORGANISER_INTENTS.check:
    case ORGANISER_INTENTS.open: {
      const values = readOpeningForm(form);
      const parsed = parseOpening(values);
      if (!parsed.ok) return refusedOpening(422, values, parsed.fault);
      if (!isUuid(values.id)) return data(null, { status: 400 });
      const plan = await planReview(services, scope, parsed.opening);
      if (!plan.ok) return refusedOpening(422, values, plan.reason);
      const { reachable, unreachable } = plan;
      const confirm = { values: parsed.opening, reachable, unreachable, changed: false };
      if (form.get('intent') === ORGANISER_INTENTS.check) return { confirm };
      const expected = Number.parseInt(String(form.get('expected')), 10);
      const opened = await openReview(services, { viewer, scope, review: { ...parsed.opening, expected } });
      if (opened.ok) return back(`?done=opened&count=${opened.written}`);
      if (opened.reason === 'already') return back();
      if (opened.reason === 'count_changed') return data({ confirm: { ...confirm, changed: true } }, { status: 409 });
      return refusedOpening(409, values, opened.reason);
    }
    case ORGANISER_INTENTS.remind: {
      const reminded = await remindReviewers(services, by);
      return back(reminded.ok ? `?done=reminded&count=${reminded.written}` : '');
    }
    case ORGANISER_INTENTS.extend: {
      const typed = form.get('deadline');
      const deadline = parseIsoDay(typed);
      if (!deadline) return refusedDeadline(typed, 'deadline_needed');
      const extended = await extendReview(services, { ...by, deadline });
      if (!extended.ok && extended.reason !== 'not_open') return refusedDeadline(typed, extended.reason);
      return back(extended.ok ? '?done=extended' : '');
    }
    case ORGANISER_INTENTS.close: {
      const closed = await closeReview(services, by);
      return back(closed.ok ? '?done=closed' : '');
    }
    case ORGANISER_INTENTS.link: {
      const attendanceId = parseUuid(form.get('attendance'));
      const address = attendanceId && (await makePersonalLink(services, { viewer, scope, attendanceId, locale: getLocale() }));
      return address ? { link: { attendanceId, address } } : back();
    }
    default:
      return data(null, { status: 400 });
  }
}

function refusedOpening(status: number, values: OpeningValues, fault: OpeningFault | 'empty' | 'cancelled' | 'wrong_state') {
  return data({ opening: { values, fault, message: openingFaultWords(fault) } }, { status });
}

function refusedDeadline(typed: FormDataEntryValue | null, fault: 'deadline_needed' | 'deadline_past' | 'deadline_far') {
  const deadline = typeof typed === 'string' ? typed.slice(0, 30) : '';
  return data({ deadline: { deadline, message: openingFaultWords(fault) } }, { status: 422 });
}

export default function OrganiseReview({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganiseReviewPage {...loaderData} answer={actionData ?? null} />;
}
