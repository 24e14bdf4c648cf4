import { data } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import { enterReviewByToken } from '#server/reviews/access.ts';
import type { Route } from './+types/review.route.ts';
import { actOnReview } from './act-on-review.server.ts';
import { DeadReviewLink } from './dead-review-link.tsx';
import { loadReview } from './load-review.server.ts';
import { ReviewPage } from './review-page.tsx';

// The address holds a secret: it must not stay in shared caches or be indexed. Referer never leaves this site (security.ts);
// 'no-referrer' would be stricter, but browsers then send the form with 'Origin: null', which is refused.
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;
const dead = (expired: boolean) => data({ dead: true as const, expired }, { status: expired ? 410 : 404 });

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData && 'page' in loaderData ? loaderData.page.meeting.title : m.reviews_dead_title();
  return [{ title: `${m.reviews_title()} : ${title} · ${m.common_brand()}` }];
}

/** Shows the draft and records nothing: programs that look through mails follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const link = await enterReviewByToken(services, params.token);
  if (link.state !== 'valid') return dead(link.state === 'expired');
  const loaded = await loadReview(services, link.reader, request);
  if (!loaded) return dead(false);
  const other = viewer && viewer.personId !== link.reader.scope.personId ? fullNameOf(viewer) : null;
  return { ...loaded, byLink: { other } };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const link = await enterReviewByToken(services, params.token);
  if (link.state !== 'valid') return dead(link.state === 'expired');
  const answer = await actOnReview(services, link.reader, await readForm(request), localePath(`/reviews/${params.token}`));
  return answer ?? dead(false);
}

export default function Review({ loaderData, actionData, params }: Route.ComponentProps) {
  if ('dead' in loaderData) return <DeadReviewLink expired={loaderData.expired} />;
  if (actionData && 'dead' in actionData) return <DeadReviewLink expired={actionData.expired} />;
  return <ReviewPage {...loaderData} path={`/reviews/${params.token}`} refused={actionData?.refused ?? null} />;
}
