import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { PollPageData } from '#server/date-polls/read-poll-page.ts';
import { Ballot } from './ballot.tsx';
import type { BallotRefusal } from './ballot-refusal.ts';
import { BesideBallot } from './beside-ballot.tsx';
import { ConfirmNone } from './confirm-none.tsx';
import type { DateContext } from './date-words.ts';
import { durationWords } from './duration-words.ts';
import { OrganiserPart } from './organiser-part.tsx';
import { answersWords, stateWords } from './poll-words.ts';
import { Result } from './result.tsx';
import { SETTLE_FORM } from './settle-button.tsx';
import './date-polls.css';

export interface PollPageProps {
  page: PollPageData;
  /** Where forms go: this page, with the chosen clock. */
  path: string;
  /** The reader's clock: chosen on the page, or their preference; null: nobody knows. */
  zone: string | null;
  /** By personal link; `other` is the one signed in, when that is somebody else. */
  byLink: { other: string | null } | null;
  said: string | null;
  refused: BallotRefusal | null;
}

/** A poll, to one who is asked or organises it: the question, the dates, what others say, and what it comes to. */
export function PollPage({ page, path, zone, byLink, said, refused }: PollPageProps) {
  const { poll, own, organiser } = page;
  const context: DateContext = {
    ...{ timeZone: poll.timeZone, durationMinutes: poll.durationMinutes },
    zones: [...(zone && zone !== poll.timeZone ? [zone] : []), ...page.otherZones.filter((other) => other !== zone)].slice(0, 2),
  };
  return (
    <>
      <div className="wrap dp-head">
        {byLink ? null : (
          <Breadcrumb
            crumbs={[
              { to: `/groups/${poll.groupSlug}`, label: poll.groupName },
              { to: `/groups/${poll.groupSlug}/polls`, label: m.date_polls_title() },
            ]}
          />
        )}
        {byLink ? <p className="kicker">{poll.groupName}</p> : null}
        <h1>{poll.question}</h1>
        <Facts page={page} />
        {poll.message ? <p className="dp-message">{poll.message}</p> : null}
      </div>
      <div className="wrap dp-body">
        {byLink && own ? <ByLink name={own.name} other={byLink.other} /> : null}
        {poll.state === 'settled' ? <Settled page={page} /> : null}
        {poll.state === 'withdrawn' ? <Notice look="warn">{m.date_polls_withdrawn_what()}</Notice> : null}
        {said ? (
          <Notice look="ok" role="status">
            {said}
          </Notice>
        ) : null}
        {refused?.notice ? (
          <Notice look="err" role="alert">
            {refused.notice}
          </Notice>
        ) : null}
        {refused?.none ? <ConfirmNone count={refused.none.count} path={path} /> : null}
        <Ballot page={page} context={context} path={path} />
        <Result page={page} />
        <BesideBallot page={page} path={path} zone={zone} refused={refused} />
        {organiser ? <OrganiserPart page={page} organiser={organiser} path={path} /> : null}
        {organiser ? (
          <Form method="post" action={path} id={SETTLE_FORM}>
            <input type="hidden" name="intent" value="settle" />
          </Form>
        ) : null}
      </div>
    </>
  );
}

function Facts({ page: { poll, counts } }: { page: PollPageData }) {
  const place = [poll.placeName, poll.online ? m.date_polls_online() : ''].filter(Boolean).join(' · ');
  return (
    <p className="dp-info">
      <span>{[durationWords(poll.durationMinutes), place].filter(Boolean).join(' · ')}</span>
      <Tag {...(poll.state === 'open' ? { look: 'warn' as const } : {})} icon="clock">
        {stateWords(poll)}
      </Tag>
      <span className="meta" data-fragment="counts">
        {answersWords(counts)}
      </span>
    </p>
  );
}

function ByLink({ name, other }: { name: string; other: string | null }) {
  return (
    <p className="meta">
      {m.date_polls_answering_as({ name })} {other ? m.date_polls_not_signed_in_as({ name: other }) : ''}
    </p>
  );
}

function Settled({ page: { poll } }: { page: PollPageData }) {
  const cancelled = poll.meetingStatus === 'cancelled';
  return (
    <Notice look={cancelled ? 'warn' : 'ok'}>
      {cancelled ? m.date_polls_meeting_cancelled_what() : m.date_polls_settled_what()}{' '}
      {poll.meetingSlug ? <A to={`/meetings/${poll.meetingSlug}`}>{m.date_polls_see_meeting()}</A> : null}
    </Notice>
  );
}
