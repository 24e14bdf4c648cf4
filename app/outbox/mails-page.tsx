import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { MailList, type ShownMail } from './mail-list.tsx';

interface MailsPageProps {
  mails: readonly ShownMail[];
  /** How many one click would send once more. */
  failedCount: number;
  zone: string;
  /** Where the earlier ones are; null: there are none. */
  earlier: string | null;
  /** What was just done. */
  done: { what: 'resent' | 'sent-now'; count: number } | { what: 'trusted' } | null;
  refused: string | null;
  empty: string;
}

/** The list of mails, what was just done with it, and the button that sends all that failed once more. */
export function MailsPage({ mails, failedCount, zone, earlier, done, refused, empty }: MailsPageProps) {
  return (
    <>
      {done ? (
        <Notice look="ok" role="status">
          {wordsOf(done)}
        </Notice>
      ) : null}
      {refused ? <ErrorSummary faults={[{ message: refused }]} /> : null}
      {failedCount > 1 ? (
        <Form method="post" className="panel ob__all">
          <input type="hidden" name="confirmed" value={failedCount} />
          <p>{m.outbox_resend_failed_what()}</p>
          <SubmitButton look="line" icon="envelope-simple" name="intent" value="resend-failed">
            {m.outbox_resend_failed({ count: failedCount })}
          </SubmitButton>
        </Form>
      ) : null}
      {mails.length === 0 ? <p className="meta">{empty}</p> : <MailList mails={mails} zone={zone} />}
      {earlier ? (
        <p>
          <A className="btn btn--line" to={earlier}>
            {m.outbox_earlier()}
          </A>
        </p>
      ) : null}
    </>
  );
}

function wordsOf(done: NonNullable<MailsPageProps['done']>): string {
  if (done.what === 'trusted') return m.outbox_trusted();
  return done.what === 'resent' ? m.outbox_resent({ count: done.count }) : m.outbox_sent_now({ count: done.count });
}
