import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { DateVote } from '#app/model/date-polls.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { PollPageData, ShownDate } from '#server/date-polls/read-poll-page.ts';
import { type DateContext, hourOf, hoursElsewhere, longDate, shortDate } from './date-words.ts';
import { SettleFold } from './settle-button.tsx';
import { MARKS, VoteChoice, VoteMark } from './vote-choice.tsx';

interface PollCardsProps {
  page: PollPageData;
  context: DateContext;
  voting: boolean;
}

/** One card a date: on phones. */
export function PollCards({ page, context, voting }: PollCardsProps) {
  return (
    <ol className="dp-cards">
      {page.dates.map((date) => (
        <DateCard key={date.id} date={date} page={page} context={context} voting={voting} />
      ))}
    </ol>
  );
}

function DateCard({ date, page, context, voting }: PollCardsProps & { date: ShownDate }) {
  const short = shortDate(date, page.dates);
  const hours = hourOf(date);
  const elsewhere = hoursElsewhere(date, context);
  const own = page.own?.votes[date.id];
  return (
    <li className={date.leads ? 'dpc dpc--best' : 'dpc'} data-class="">
      <div className="dpc__m" aria-hidden="true">
        <span className="dp__w">{short.weekday}</span>
        <span className="dp__d">{short.number}</span>
        <span className="dp__w">{short.month}</span>
      </div>
      <div>
        <h2>
          <span className="vh">{m.date_polls_labelled({ label: longDate(date, page.dates) })} </span>
          {hours ? m.date_polls_hours_clock({ hours, clock: clockOf(context.timeZone, getLocale()) }) : m.date_polls_whole_day()}{' '}
          <span data-fragment={`card-lead-${date.id}`}>
            {date.leads ? <span className="dp__lead">{m.date_polls_leading()}</span> : null}
          </span>
        </h2>
        {elsewhere ? <p className="meta">{elsewhere}</p> : null}
        {voting && !date.past ? <VoteChoice optionId={date.id} date={longDate(date, page.dates)} vote={own ?? null} words /> : null}
        {!voting && own ? (
          <p className="dpc__own">
            {m.date_polls_labelled({ label: m.date_polls_you() })} <VoteMark vote={own} />
          </p>
        ) : null}
        <div data-fragment={`card-${date.id}`}>{date.tally ? <Counts tally={date.tally} /> : null}</div>
        <SettleFold page={page} date={date} />
      </div>
    </li>
  );
}

function Counts({ tally: { yes, ifNeeded, no } }: { tally: { yes: number; ifNeeded: number; no: number } }) {
  return (
    <p className="dpc__r">
      <Count vote="yes" text={m.date_polls_count_yes({ count: yes })} />
      <Count vote="if_needed" text={m.date_polls_count_if_needed({ count: ifNeeded })} />
      <Count vote="no" text={m.date_polls_count_no({ count: no })} />
    </p>
  );
}

const ICONS = { yes: 'check-circle', if_needed: 'circle-half', no: 'x' } as const;

function Count({ vote, text }: { vote: DateVote; text: string }) {
  return (
    <span className={MARKS[vote]}>
      <Icon name={ICONS[vote]} />
      {text}
    </span>
  );
}
