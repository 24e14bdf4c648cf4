import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { DatePollRow, OptionRow, VoterRow } from '#db/date-polls/read.ts';
import type { PersonToAsk } from '#db/date-polls/read-form.ts';
import { EditDates } from './edit-dates.tsx';
import { EditVoters } from './edit-voters.tsx';
import { GuestLink } from './guest-link.tsx';
import { listFaults, type PollFaults } from './parse-poll-form.ts';
import { RuleFields, WhatFields } from './poll-form.tsx';
import type { PollFormValues } from './poll-form-values.ts';
import { pollPath } from './poll-path.ts';
import { Section } from './section.tsx';
import { type WithdrawalToConfirm, WithdrawPoll } from './withdraw-poll.tsx';

/** What came of the form that was sent, when the page stays. */
export interface EditAnswer {
  notice?: string;
  settings?: { values: PollFormValues; faults: PollFaults; conflict?: { revision: number } };
  date?: { day: string; starts: string; message: string };
  addresses?: { typed: string; message: string };
  /** Shown this once. */
  guestLink?: string;
  /** The poll is about to be withdrawn; how many people are told, and whether that is another number than was shown before. */
  withdraw?: WithdrawalToConfirm;
}

interface EditPollPageProps {
  poll: DatePollRow;
  dates: OptionRow[];
  voters: VoterRow[];
  guests: boolean;
  people: { query: string; found: PersonToAsk[] };
  answer: EditAnswer;
}

/** Everything that organisers change of a poll, each part a form of its own. */
export function EditPollPage({ poll, dates, voters, guests, people, answer }: EditPollPageProps) {
  if (answer.withdraw) return <WithdrawPoll slug={poll.slug} {...answer.withdraw} />;
  return (
    <div className="wrap dp-new">
      {answer.notice ? (
        <Notice look="err" role="alert">
          {answer.notice}
        </Notice>
      ) : null}
      <EditDates dates={dates} timeZone={poll.timeZone} refused={answer.date ?? null} />
      <EditVoters voters={voters} people={people} refused={answer.addresses ?? null} />
      <GuestLink open={guests} made={answer.guestLink ?? null} />
      <Settings poll={poll} answer={answer} />
      <Section id="s-end" title={m.date_polls_section_end()}>
        <Form method="post" className="row">
          {poll.closedAt === null ? (
            <SubmitButton look="line" name="intent" value="close">
              {m.date_polls_close()}
            </SubmitButton>
          ) : null}
          <SubmitButton look="danger" name="intent" value="withdraw">
            {m.date_polls_withdraw_ask()}
          </SubmitButton>
        </Form>
        <p className="meta">{m.date_polls_end_hint()}</p>
      </Section>
    </div>
  );
}

function Settings({ poll, answer }: { poll: DatePollRow; answer: EditAnswer }) {
  const { settings } = answer;
  const faults = settings?.faults ?? {};
  const values = settings?.values ?? {
    ...{
      title: poll.title,
      question: poll.question,
      message: poll.message,
      duration: String(poll.durationMinutes),
      timeZone: poll.timeZone,
    },
    ...{ placeName: poll.placeName, placeAddress: poll.placeAddress, onlineUrl: poll.onlineUrl, deadline: poll.deadline },
    ...{ minOrganisations: String(poll.minOrganisations), votesShownTo: poll.votesShownTo, comments: poll.comments },
  };
  return (
    <Form method="post" noValidate aria-label={m.date_polls_edit_title()}>
      <input type="hidden" name="revision" value={settings?.conflict?.revision ?? poll.revision} />
      <ErrorSummary faults={listFaults(faults)} />
      {settings?.conflict ? (
        <Notice look="warn" role="alert">
          {m.date_polls_conflict()} <A to={`${pollPath(poll.slug)}/edit`}>{m.date_polls_conflict_see()}</A>
        </Notice>
      ) : null}
      <WhatFields values={values} faults={faults} fixedZone />
      <RuleFields values={values} faults={faults} />
      <p className="dp-next">
        <SubmitButton size="lg" name="intent" value="save">
          {m.date_polls_save_changes()}
        </SubmitButton>
      </p>
    </Form>
  );
}
