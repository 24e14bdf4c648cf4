import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { A } from '#app/ui/link.tsx';
import { countFailedMails, listFailedMails } from '#db/outbox/read-sent.ts';
import { lookAfterMails } from '#server/outbox/access.ts';
import { PERSONAL_TEMPLATES } from '#server/outbox/personal-mails.ts';
import { MOST_AT_ONCE } from '#server/outbox/resend-failed.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/failed-mails.route.ts';
import { actOnMails, doneIn } from './act-on-mails.server.ts';
import { MailsPage } from './mails-page.tsx';
import { pageOf, showMails } from './show-mails.server.ts';

const SHOWN = 100;
const PATH = '/mails';

export const meta: Route.MetaFunction = () => [{ title: `${m.outbox_failed_title()} · ${m.common_brand()}` }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await lookAfterMails(services, viewer, PATH);
  const asked = new URL(request.url).searchParams;
  const [found, failedCount] = await Promise.all([
    listFailedMails(services.db, scope, { before: parseUuid(asked.get('before')), limit: SHOWN + 1 }),
    countFailedMails(services.db, scope, { but: PERSONAL_TEMPLATES }),
  ]);
  const { mails, before } = pageOf(found, SHOWN);
  return {
    ...{ mails: await showMails(services, mails), before, done: doneIn(asked), zone: viewer?.timeZone ?? 'Europe/Paris' },
    failedCount: Math.min(failedCount, MOST_AT_ONCE),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await lookAfterMails(services, viewer, PATH);
  return viewer ? actOnMails(services, request, { viewer, scope, path: PATH }) : notFound();
}

/** Mails that did not arrive, of the organiser's groups or of the whole network. */
export default function FailedMails({ loaderData, actionData }: Route.ComponentProps) {
  const { before } = loaderData;
  return (
    <div className="wrap fm-head stack">
      <h1>{m.outbox_failed_title()}</h1>
      <p className="lede">{m.outbox_failed_what()}</p>
      <p>
        <A to="/mails/previews">{m.outbox_previews_title()}</A> · <A to="/mails/received">{m.inbox_title()}</A>
      </p>
      <MailsPage
        {...loaderData}
        earlier={before && `${PATH}?before=${before}`}
        refused={actionData?.refused ?? null}
        empty={m.outbox_none_failed()}
      />
    </div>
  );
}
