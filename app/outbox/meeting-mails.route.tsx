import { m } from '#app/messages/compiled/messages.js';
import { hasFailed } from '#app/model/outbox.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { countGathered } from '#db/outbox/read-gathered.ts';
import { countFailedMails, countMeetingMails, listMeetingMails } from '#db/outbox/read-sent.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { PERSONAL_TEMPLATES } from '#server/outbox/personal-mails.ts';
import { MOST_AT_ONCE } from '#server/outbox/resend-failed.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/meeting-mails.route.ts';
import { actOnMails, doneIn } from './act-on-mails.server.ts';
import { GatheredMails } from './gathered-mails.tsx';
import { MailsPage } from './mails-page.tsx';
import { pageOf, showMails } from './show-mails.server.ts';

const SHOWN = 100;

const pathOf = (meeting: string) => `/meetings/${meeting}/mails`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.outbox_of_meeting({ title: loaderData?.meeting.title ?? '' })} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const asked = new URL(request.url).searchParams;
  const failed = asked.has('failed');
  const [{ slug, title }, found, counts, failedCount, gathered] = await Promise.all([
    findMeeting(services.db, scope),
    listMeetingMails(services.db, scope, { failed, before: parseUuid(asked.get('before')), limit: SHOWN + 1 }),
    countMeetingMails(services.db, scope),
    countFailedMails(services.db, scope, { but: PERSONAL_TEMPLATES }),
    countGathered(services.db, scope),
  ]);
  const { mails, before } = pageOf(found, SHOWN);
  const sum = (rows: typeof counts) => rows.reduce((total, { count }) => total + count, 0);
  return {
    ...{ meeting: { slug, title }, mails: await showMails(services, mails), failed, done: doneIn(asked) },
    ...{ all: sum(counts), allFailed: sum(counts.filter(({ state }) => hasFailed(state))), before },
    gathered,
    failedCount: Math.min(failedCount, MOST_AT_ONCE),
    zone: viewer?.timeZone ?? 'Europe/Paris',
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.meeting);
  const scope = await organiseMeeting(services, viewer, params.meeting, path);
  return viewer ? actOnMails(services, request, { viewer, scope, path }) : notFound();
}

/** Who was sent what about this meeting, and what became of it. */
export default function MeetingMails({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, failed, all, allFailed, before, gathered } = loaderData;
  const path = pathOf(meeting.slug);
  const filter = failed ? 'failed&' : '';
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{m.outbox_title()}</h1>
      <p className="lede">{m.outbox_what()}</p>
      <nav aria-label={m.outbox_filter()} className="row">
        <A className={failed ? 'btn btn--line btn--sm' : 'btn btn--sm'} to={path} aria-current={failed ? undefined : 'page'}>
          {m.outbox_all({ count: all })}
        </A>
        <A className={failed ? 'btn btn--sm' : 'btn btn--line btn--sm'} to={`${path}?failed`} aria-current={failed ? 'page' : undefined}>
          {m.outbox_only_failed({ count: allFailed })}
        </A>
      </nav>
      <GatheredMails count={gathered} />
      <MailsPage
        {...loaderData}
        earlier={before && `${path}?${filter}before=${before}`}
        refused={actionData?.refused ?? null}
        empty={failed ? m.outbox_none_failed() : m.outbox_empty()}
      />
    </div>
  );
}
