import { MarginTime } from '#app/accounts/margin-time.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { InboxRow } from '#db/inbox/read.ts';
import { DOORS, detailWords, KINDS, OUTCOMES } from './inbox-words.ts';
import './inbox.css';

/** Mails that came in, newest first: from whom, what, and what was done with it. All of it is the words of strangers. */
export function InboxList({ mails, zone }: { mails: readonly InboxRow[]; zone: string }) {
  return (
    <ul className="ledger ib">
      {mails.map((mail) => (
        <Row key={mail.id} mail={mail} zone={zone} />
      ))}
    </ul>
  );
}

function Row({ mail, zone }: { mail: InboxRow; zone: string }) {
  const { word, look } = OUTCOMES[mail.outcome];
  const sender = mail.fromName ? `${mail.fromName} (${mail.fromAddress})` : mail.fromAddress;
  return (
    <li className="ledger__row">
      <div className="ledger__m">
        <MarginTime iso={mail.receivedAt} zone={zone} />
      </div>
      <div className="ledger__b ib__row">
        <h2 className="ib__subject">{mail.subject || m.inbox_no_subject()}</h2>
        <p className="meta">
          {sender || m.inbox_no_sender()} · {DOORS[mail.door]()}
        </p>
        <p className="ib__what">
          <span>{KINDS[mail.kind]()}</span> <Tag look={look}>{word()}</Tag>{' '}
          {mail.meeting ? <A to={`/meetings/${mail.meeting.slug}/attendees`}>{mail.meeting.title}</A> : null}
        </p>
        {mail.detail ? <p className="ib__detail">{detailWords(mail.detail)}</p> : null}
        {mail.excerpt ? (
          <details>
            <summary>
              {m.inbox_excerpt()}
              <span className="vh"> {mail.subject}</span>
            </summary>
            <p className="ib__excerpt">{mail.excerpt}</p>
          </details>
        ) : null}
      </div>
    </li>
  );
}
