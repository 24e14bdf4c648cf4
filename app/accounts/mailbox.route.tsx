import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { listDemoMails } from '#db/outbox/read.ts';
import { enterMailbox } from '#server/outbox/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/mailbox.route.ts';
import { MarginTime } from './margin-time.tsx';
import './accounts.css';

const SHOWN = 100;

export function meta(): Route.MetaDescriptors {
  return [{ title: m.accounts_mailbox_page() }, { name: 'robots', content: 'noindex' }];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const mails = await listDemoMails(services.db, enterMailbox(services), SHOWN);
  return { mails, zone: viewer?.timeZone ?? 'Europe/Paris' };
}

/** Everything the demo sent, like the inbox of all its people at once. */
export default function Mailbox({ loaderData: { mails, zone } }: Route.ComponentProps) {
  return (
    <div className="wrap account">
      <h1>{m.accounts_mailbox_title()}</h1>
      <p className="lede">{mails.length === 0 ? m.accounts_mailbox_empty() : m.accounts_mailbox_what()}</p>
      <ul className="ledger mailbox__list">
        {mails.map((mail) => (
          <li className="ledger__row" key={mail.id}>
            <div className="ledger__m">
              <MarginTime iso={mail.receivedAt} zone={zone} />
            </div>
            <div className="ledger__b">
              <h2 className="mailbox__subject">
                <A to={`/mailbox/${mail.id}`}>{mail.subject}</A>
              </h2>
              <p className="meta">{m.accounts_mailbox_to({ name: mail.toAddress })}</p>
            </div>
          </li>
        ))}
      </ul>
      {mails.length === SHOWN ? <p className="small si__small">{m.accounts_mailbox_newest({ count: SHOWN })}</p> : null}
    </div>
  );
}
