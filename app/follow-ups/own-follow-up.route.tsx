import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { findOwnFollowUp } from '#db/follow-ups/read-own.ts';
import { openFollowUpLink } from '#server/follow-ups/access.ts';
import { answerFollowUp } from '#server/follow-ups/answer-follow-up.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/own-follow-up.route.ts';
import { ClosedLink } from './closed-link.tsx';
import { readOwnAnswer } from './own-answer.ts';
import { OwnFollowUpPage } from './own-follow-up-page.tsx';
import './follow-ups.css';

// The address holds a secret: it must not stay in shared caches or be indexed (see app/attendance/answer.route.tsx).
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;

export function meta(): Route.MetaDescriptors {
  return [{ title: `${m.follow_ups_own_title()} · ${m.common_brand()}` }];
}

/** Shows the action and records nothing: mail scanners follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const opened = await openFollowUpLink(services, params.token);
  if (opened.state !== 'valid') return data({ state: opened.state }, { status: opened.state === 'dead' ? 404 : 410 });
  const action = await findOwnFollowUp(services.db, opened.scope);
  if (!action) return data({ state: 'given_away' as const }, { status: 410 });
  const { searchParams } = new URL(request.url);
  const said = searchParams.has('saved') ? ('saved' as const) : searchParams.has('closed') ? ('closed' as const) : null;
  return { state: 'valid' as const, action, today: todayIn(services, action.groupZone), said };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const path = localePath(`/follow-ups/${params.token}`);
  const opened = await openFollowUpLink(services, params.token);
  // the page then says what became of it
  if (opened.state !== 'valid') return redirect(path);
  const found = await findOwnFollowUp(services.db, opened.scope);
  const sent = readOwnAnswer(await readForm(request), todayIn(services, found?.groupZone ?? 'UTC'));
  if (!sent) return notFound();
  if ('refused' in sent) return data({ refused: sent.refused }, { status: 422 });
  const answered = await answerFollowUp(services, { scope: opened.scope, answer: sent.answer });
  return redirect(answered.ok ? `${path}?saved` : answered.reason === 'closed' ? `${path}?closed` : path);
}

const todayIn = (services: Services, zone: string) => services.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();

export default function OwnFollowUp({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.state !== 'valid') return <ClosedLink state={loaderData.state} />;
  const { action, today, said } = loaderData;
  return (
    <>
      {said ? (
        <div className="wrap fu-said">
          <Notice look={said === 'saved' ? 'ok' : 'warn'} role="status">
            {said === 'saved' ? m.follow_ups_saved() : m.follow_ups_closed()}
          </Notice>
        </div>
      ) : null}
      <OwnFollowUpPage action={action} today={today} refused={actionData?.refused ?? null} />
    </>
  );
}
