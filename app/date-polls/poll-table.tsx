import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { clockOf } from '#app/model/time-zones.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import type { PollPageData, ShownAnswer, ShownDate } from '#server/date-polls/read-poll-page.ts';
import { commonMonth, type DateContext, hourOf, hoursElsewhere, longDate, shortDate } from './date-words.ts';
import { maySettle, SettleButton } from './settle-button.tsx';
import { VoteChoice, VoteMark } from './vote-choice.tsx';

interface PollTableProps {
  page: PollPageData;
  context: DateContext;
  /** Whether the reader may vote. */
  voting: boolean;
}

const best = (date: ShownDate) => (date.leads ? 'dp__best' : undefined);

/** Dates across, people down, the reader first: on wide screens. */
export function PollTable({ page, context, voting }: PollTableProps) {
  const { dates, answers, own, organiser } = page;
  const month = commonMonth(dates);
  const totals = dates.some((date) => date.tally);
  return (
    <section className="scroll-x dp-wide" aria-label={m.date_polls_answers_region()}>
      <table className="dp" style={{ minWidth: `${17 + dates.length * 8.5}rem` }}>
        <caption className="vh">{m.date_polls_caption({ count: dates.length })}</caption>
        <colgroup>
          <col className="who" />
          {dates.map((date) => (
            <col key={date.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td>
              {m.date_polls_hours_of({ clock: clockOf(context.timeZone, getLocale()) })}
              <br />
              {month}
            </td>
            {dates.map((date) => (
              <DateHead key={date.id} date={date} among={dates} context={context} month={month === null} />
            ))}
          </tr>
        </thead>
        <tbody>
          {own ? (
            <tr className="me">
              <Who id={own.personId ?? own.name} name={m.date_polls_you()} initialsOf={own.name} detail={own.organisationName} />
              {dates.map((date) => (
                <td key={date.id} className={best(date)} data-class="">
                  {voting && !date.past ? (
                    <VoteChoice optionId={date.id} date={longDate(date, dates)} vote={own.votes[date.id] ?? null} />
                  ) : (
                    <VoteMark vote={own.votes[date.id]} />
                  )}
                </td>
              ))}
            </tr>
          ) : null}
          {answers.map((answer) => (
            <AnswerRow key={answer.id} answer={answer} dates={dates} />
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              <th scope="row">
                <b className="dp__total">{m.date_polls_total()}</b>
                <small>{m.date_polls_total_hint()}</small>
              </th>
              {dates.map((date) => (
                <td key={date.id} className={best(date)} data-class="">
                  <span data-fragment={`sum-${date.id}`}>
                    <b>{date.tally?.yes ?? 0}</b>
                    <small>{m.date_polls_and_if_needed({ count: date.tally?.ifNeeded ?? 0 })}</small>
                  </span>
                </td>
              ))}
            </tr>
            {organiser && maySettle(page) ? (
              <tr>
                <th scope="row">{m.date_polls_settle_what({ count: organiser.invited.reachable })}</th>
                {dates.map((date) => (
                  <td key={date.id} className={best(date)} data-class="">
                    <SettleButton page={page} date={date} size="sm" />
                  </td>
                ))}
              </tr>
            ) : null}
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function DateHead({ date, among, context, month }: { date: ShownDate; among: readonly ShownDate[]; context: DateContext; month: boolean }) {
  const short = shortDate(date, among);
  const elsewhere = hoursElsewhere(date, context);
  return (
    <th scope="col" className={best(date)} data-class="">
      <span className="dp__w">{short.weekday}</span>
      <span className="dp__d">{short.number}</span>
      {month ? <span className="dp__w">{short.month}</span> : null}
      <span className="dp__h">{hourOf(date) ?? m.date_polls_whole_day()}</span>
      {elsewhere ? <span className="dp__z">{elsewhere}</span> : null}
      <span data-fragment={`lead-${date.id}`}>{date.leads ? <span className="dp__lead">{m.date_polls_leading()}</span> : null}</span>
    </th>
  );
}

function AnswerRow({ answer, dates }: { answer: ShownAnswer; dates: readonly ShownDate[] }) {
  const { id, personId, name, organisationName, required, guest, comment, votes } = answer;
  const detail = [organisationName, required ? m.date_polls_required() : '', guest ? m.date_polls_guest() : ''].filter(Boolean).join(' · ');
  return (
    <tr>
      <Who id={personId ?? id} name={name} detail={detail} comment={comment} small />
      {dates.map((date) => (
        <td key={date.id} className={best(date)} data-class="">
          <VoteMark vote={votes[date.id]} />
        </td>
      ))}
    </tr>
  );
}

interface WhoProps {
  id: string;
  name: string;
  /** Whose initials, when the name says « Vous ». */
  initialsOf?: string;
  detail: string;
  comment?: string;
  small?: boolean;
}

function Who({ id, name, initialsOf = name, detail, comment = '', small = false }: WhoProps) {
  return (
    <th scope="row">
      <span className="person">
        <Avatar id={id} name={initialsOf} {...(small ? { size: 'sm' as const } : {})} />
        <span className={small ? 'person__t small' : 'person__t'}>
          {small ? name : <span className="person__n">{name}</span>}
          <span className="person__r">{detail}</span>
          {comment ? <span className="dp__comment">{m.date_polls_quoted({ text: comment })}</span> : null}
        </span>
      </span>
    </th>
  );
}
