import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { enterReviewAsAttendee, myReviewPath } from '#server/reviews/access.ts';
import type { Route } from './+types/my-review.route.ts';
import { actOnReview } from './act-on-review.server.ts';
import { loadReview } from './load-review.server.ts';
import { ReviewPage } from './review-page.tsx';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.reviews_title()} : ${loaderData?.page.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export const headers: Route.HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex, nofollow' });

/** The page of a mail's link, for who is signed in. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const reader = await enterReviewAsAttendee(services, viewer, params.meeting);
  const loaded = (await loadReview(services, reader, request)) ?? notFound();
  return { ...loaded, path: myReviewPath(params.meeting) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const reader = await enterReviewAsAttendee(services, viewer, params.meeting);
  const answer = await actOnReview(services, reader, await readForm(request), localePath(myReviewPath(params.meeting)));
  return answer ?? notFound();
}

export default function MyReview({ loaderData, actionData }: Route.ComponentProps) {
  return <ReviewPage {...loaderData} byLink={null} refused={actionData?.refused ?? null} />;
}
