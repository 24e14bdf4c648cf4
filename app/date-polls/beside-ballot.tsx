import { Form } from 'react-router';
import { TimeZoneOptions } from '#app/directory/time-zone-options.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OwnBallot, PollPageData } from '#server/date-polls/read-poll-page.ts';
import type { BallotRefusal } from './ballot-refusal.ts';
import { longDate } from './date-words.ts';
import '#app/meetings/fold.css';

interface BesideBallotProps {
  page: PollPageData;
  path: string;
  zone: string | null;
  refused: BallotRefusal | null;
}

/** « Aucune ne me convient », another date, a comment; and on which clock the hours are shown. */
export function BesideBallot({ page, path, zone, refused }: BesideBallotProps) {
  const { poll, own } = page;
  const voting = own !== null && poll.state === 'open';
  return (
    <div className="dp-beside">
      {voting ? (
        <>
          <Form method="post" action={path}>
            <SubmitButton look="line" name="intent" value="none">
              {m.date_polls_none_suits()}
            </SubmitButton>
          </Form>
          <details className="fold" open={refused?.proposal !== undefined}>
            <summary>{m.date_polls_propose()}</summary>
            <ProposeDate path={path} timeZone={poll.timeZone} typed={refused?.proposal ?? null} />
          </details>
          {poll.comments ? (
            <details className="fold" open={own.comment !== '' || refused?.comment !== undefined}>
              <summary>{m.date_polls_comment()}</summary>
              <Comment path={path} own={own} refused={refused} hidden={poll.votesShownTo === 'organisers'} />
            </details>
          ) : null}
          {own.proposals.length > 0 ? <OwnProposals own={own} dates={page.dates} /> : null}
        </>
      ) : null}
      <ChooseClock timeZone={poll.timeZone} zone={zone} path={path} />
    </div>
  );
}

function ProposeDate({ path, timeZone, typed }: { path: string; timeZone: string; typed: BallotRefusal['proposal'] | null }) {
  return (
    <Form method="post" action={path} className="dp-propose" noValidate>
      <Field type="date" name="day" label={m.date_polls_day()} defaultValue={typed?.day} error={typed?.message} required />
      <Field
        type="time"
        name="starts"
        label={m.date_polls_hour({ clock: clockOf(timeZone, getLocale()) })}
        hint={m.date_polls_hour_hint()}
        defaultValue={typed?.starts}
        optional
      />
      <SubmitButton look="line" name="intent" value="propose">
        {m.date_polls_propose_send()}
      </SubmitButton>
      <p className="hint">{m.date_polls_propose_hint()}</p>
    </Form>
  );
}

function Comment({ path, own, refused, hidden }: { path: string; own: OwnBallot; refused: BallotRefusal | null; hidden: boolean }) {
  return (
    <Form method="post" action={path} className="stack">
      <Field
        as="textarea"
        name="comment"
        label={m.date_polls_comment_label()}
        hint={hidden ? m.date_polls_comment_hidden() : m.date_polls_comment_shown()}
        defaultValue={refused?.comment?.text ?? own.comment}
        error={refused?.comment?.message}
        maxLength={DATE_POLL_LIMITS.comment}
        rows={3}
      />
      <SubmitButton look="line" name="intent" value="comment">
        {m.date_polls_comment_save()}
      </SubmitButton>
    </Form>
  );
}

const PROPOSAL_WORDS = {
  offered: m.date_polls_proposal_offered,
  proposed: m.date_polls_proposal_waits,
  declined: m.date_polls_proposal_declined,
};

function OwnProposals({ own, dates }: Pick<PollPageData, 'dates'> & { own: OwnBallot }) {
  return (
    <ul className="dp-own meta">
      {own.proposals.map((proposal) => (
        <li key={`${proposal.day}${proposal.starts}`}>
          {m.date_polls_labelled({ label: longDate(proposal, dates) })} {PROPOSAL_WORDS[proposal.state]()}
        </li>
      ))}
    </ul>
  );
}

/** Needs no account and no script: the chosen clock stands in the address. */
function ChooseClock({ timeZone, zone, path }: { timeZone: string; zone: string | null; path: string }) {
  return (
    <Form method="get" action={path.split('?')[0]} className="dp-clock">
      <Field as="select" name="zone" label={m.date_polls_clock()} hint={m.date_polls_clock_hint()} defaultValue={zone ?? timeZone}>
        <TimeZoneOptions own={zone ?? timeZone} />
      </Field>
      <SubmitButton look="quiet">{m.date_polls_clock_show()}</SubmitButton>
    </Form>
  );
}
