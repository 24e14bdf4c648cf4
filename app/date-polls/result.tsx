import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { PollPageData, ShownDate } from '#server/date-polls/read-poll-page.ts';
import { longDate } from './date-words.ts';
import { leadWords, missingWords, tallyWords } from './poll-words.ts';

const SHOWN = 5;

/** Why one date leads, and what the others lack, in words. Nothing where others' votes are not shown. */
export function Result({ page: { poll, dates, lead } }: { page: PollPageData }) {
  if (!lead) return poll.votesShownTo === 'organisers' ? <p className="meta">{m.date_polls_votes_hidden()}</p> : null;
  const ranked = dates.toSorted((a, b) => (a.tally?.rank ?? 0) - (b.tally?.rank ?? 0));
  return (
    <section className="dp-why" aria-labelledby="t-why" data-fragment="why">
      <h2 id="t-why">{m.date_polls_why_title()}</h2>
      {poll.minOrganisations > 0 ? <p className="meta">{m.date_polls_rule({ count: poll.minOrganisations })}</p> : null}
      <p className="dp-why__lead">{leadWords(lead.reason, dates)}</p>
      {lead.reason === 'nobody' ? null : (
        <ul>
          {ranked.slice(0, SHOWN).map((date) => (
            <RankedLine key={date.id} date={date} among={dates} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RankedLine({ date, among }: { date: ShownDate; among: readonly ShownDate[] }) {
  const { tally } = date;
  if (!tally) return null;
  const missing = missingWords(tally);
  return (
    <li>
      <Icon name={tally.satisfied ? 'check-circle' : 'circle'} />
      <span>
        <b>{m.date_polls_labelled({ label: longDate(date, among) })}</b> {tallyWords(tally)},{' '}
        {m.date_polls_organisations_able({ count: tally.organisationsAble })}.{' '}
        {tally.ruled ? (tally.satisfied ? m.date_polls_rule_met() : m.date_polls_lacks({ what: missing.join(', ') })) : null}
      </span>
    </li>
  );
}
