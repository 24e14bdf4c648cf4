import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { listInbox } from '#db/inbox/read.ts';
import { openInbox } from '#server/inbox/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/inbox.route.ts';
import { InboxList } from './inbox-list.tsx';

const SHOWN = 50;
const PATH = '/mails/received';

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export const meta: Route.MetaFunction = () => [{ title: `${m.inbox_title()} · ${m.common_brand()}` }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await openInbox(services, viewer, PATH);
  const before = parseUuid(new URL(request.url).searchParams.get('before'));
  const mails = await listInbox(services.db, scope, { before, limit: SHOWN + 1 });
  const { demo, mailFrom, inbox } = services.env;
  return {
    ...{ mails: mails.slice(0, SHOWN), earlier: mails.length > SHOWN ? (mails[SHOWN - 1]?.id ?? null) : null },
    ...{ zone: viewer?.timeZone ?? 'Europe/Paris', address: mailFrom },
    all: scope.groupIds === 'all',
    read: demo || Boolean(inbox.imapUrl ?? inbox.inboundSecret),
    believed: demo || Boolean(inbox.authservId),
  };
}

/** What the mailbox of invitations received, and what was done with it. */
export default function Inbox({ loaderData: { mails, earlier, zone, address, all, read, believed } }: Route.ComponentProps) {
  return (
    <div className="wrap fm-head stack">
      <h1>{m.inbox_title()}</h1>
      <p className="lede">{m.inbox_what({ address })}</p>
      {all ? null : <p className="meta">{m.inbox_own_meetings()}</p>}
      {read ? null : <Notice look="warn">{m.inbox_not_read({ address })}</Notice>}
      {read && !believed ? <Notice look="warn">{m.inbox_not_believed()}</Notice> : null}
      {mails.length === 0 ? <p className="meta">{m.inbox_empty()}</p> : <InboxList mails={mails} zone={zone} />}
      {earlier ? (
        <p>
          <A className="btn btn--line" to={`${PATH}?before=${earlier}`}>
            {m.inbox_earlier()}
          </A>
        </p>
      ) : null}
    </div>
  );
}
