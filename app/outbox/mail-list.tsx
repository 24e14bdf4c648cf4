import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { type FailingAddress, hasFailed } from '#app/model/outbox.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Time } from '#app/ui/time.tsx';
import type { FailedMail, SentMail } from '#db/outbox/read-sent.ts';
import { BreakableAddress } from './breakable-address.tsx';
import { faultWords, STATES, templateWords } from './mail-words.ts';
import './outbox.css';

export interface ShownMail extends SentMail, Partial<Pick<FailedMail, 'meetingTitle' | 'meetingSlug'>> {
  /** What is known of its address, when mails came back from it. */
  failing: FailingAddress | null;
  /** Only its person asks for it: nobody else has it sent once more. */
  personal: boolean;
}

/** Mails, newest first: to whom, what, what became of it, and what can be done. */
export function MailList({ mails, zone }: { mails: readonly ShownMail[]; zone: string }) {
  return (
    <div className="scroll-x">
      <table className="tbl ob">
        <thead>
          <tr>
            <th scope="col">{m.outbox_person_written()}</th>
            <th scope="col">{m.outbox_mail_column()}</th>
            <th scope="col">{m.outbox_state_column()}</th>
            <th scope="col">{m.outbox_action_column()}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <Row key={mail.id} mail={mail} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ mail, zone }: { mail: ShownMail; zone: string }) {
  return (
    <tr id={`c-${mail.id}`}>
      <th scope="row">
        {mail.toName || <BreakableAddress address={mail.toAddress} />}
        {mail.toName ? (
          <span className="ob__address">
            <BreakableAddress address={mail.toAddress} />
          </span>
        ) : null}
        {mail.failing ? <Tag look="late">{m.outbox_address_failing({ count: mail.failing.failures })}</Tag> : null}
      </th>
      <td>
        {templateWords(mail.template)}
        {mail.meetingSlug ? (
          <span className="ob__about">
            <A to={`/meetings/${mail.meetingSlug}/mails`}>{mail.meetingTitle}</A>
          </span>
        ) : null}
      </td>
      <td>
        <State mail={mail} zone={zone} />
      </td>
      <td>
        <Actions mail={mail} />
      </td>
    </tr>
  );
}

function State({ mail, zone }: { mail: ShownMail; zone: string }) {
  const { word, icon, look } = STATES[mail.state];
  const why = faultWords(mail.fault);
  return (
    <>
      <Tag look={look} icon={icon}>
        {word()}
      </Tag>{' '}
      <span className="ob__when">
        <Time iso={mail.settledAt ?? mail.createdAt} zone={zone} />
        {mail.attempts > 1 ? ` · ${m.outbox_attempts({ count: mail.attempts })}` : null}
      </span>
      {why ? <span className="ob__why">{why}</span> : null}
      {mail.lastError ? (
        <details className="ob__said">
          <summary>{m.outbox_said()}</summary>
          <p lang="en">{mail.lastError}</p>
        </details>
      ) : null}
      {mail.againAt ? (
        <span className="ob__why">
          {m.outbox_sent_again()} <Time iso={mail.againAt} zone={zone} />
        </span>
      ) : null}
    </>
  );
}

function Actions({ mail }: { mail: ShownMail }) {
  const name = mail.toName || mail.toAddress;
  const failed = hasFailed(mail.state);
  return (
    <div className="ob__do">
      {(failed || mail.state === 'sent') && !mail.personal ? (
        <Form method="post">
          <input type="hidden" name="mail" value={mail.id} />
          <SubmitButton look={failed ? 'line' : 'quiet'} size="sm" icon="envelope-simple" name="intent" value="resend">
            {m.outbox_resend()}
            <span className="vh">{m.outbox_resend_to({ name })}</span>
          </SubmitButton>
        </Form>
      ) : null}
      {mail.failing ? (
        <Form method="post">
          <input type="hidden" name="mail" value={mail.id} />
          <SubmitButton look="quiet" size="sm" name="intent" value="trust">
            {m.outbox_trust()}
            <span className="vh"> {mail.toAddress}</span>
          </SubmitButton>
        </Form>
      ) : null}
      {failed && mail.personId ? (
        <A className="btn btn--quiet btn--sm" to={`/directory/people/${mail.personId}/edit`}>
          <Icon name="pencil-simple" />
          {m.outbox_correct()}
          <span className="vh"> {name}</span>
        </A>
      ) : null}
    </div>
  );
}
