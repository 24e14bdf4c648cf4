import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant } from '#app/model/format-when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Person } from '#app/ui/person.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OrganiserPart as Organiser, PollPageData } from '#server/date-polls/read-poll-page.ts';
import { longDate } from './date-words.ts';

interface OrganiserPartProps {
  page: PollPageData;
  organiser: Organiser;
  path: string;
}

/** What only organisers see of a poll: who is silent, which dates voters ask for, and what can be done. */
export function OrganiserPart({ page: { poll, dates }, organiser, path }: OrganiserPartProps) {
  const ended = poll.state === 'settled' || poll.state === 'withdrawn';
  return (
    <section className="dp-org" aria-labelledby="t-org">
      <div className="sect__h">
        <h2 id="t-org">{m.date_polls_organiser_title()}</h2>
        {ended ? null : (
          <A className="btn btn--line btn--sm" to={`/polls/${poll.slug}/edit`}>
            <Icon name="pencil-simple" />
            {m.date_polls_edit()}
          </A>
        )}
      </div>
      {poll.state === 'over' || poll.state === 'closed' ? <Notice look="warn">{m.date_polls_over_organiser()}</Notice> : null}
      {ended ? null : <Proposals organiser={organiser} dates={dates} path={path} />}
      <Silent organiser={organiser} timeZone={poll.timeZone} path={path} open={poll.state === 'open'} />
    </section>
  );
}

function Proposals({ organiser, dates, path }: Pick<PollPageData, 'dates'> & { organiser: Organiser; path: string }) {
  if (organiser.proposals.length === 0) return null;
  return (
    <>
      <h3>{m.date_polls_proposals_title()}</h3>
      <ul className="dp-list">
        {organiser.proposals.map((proposal) => (
          <li key={proposal.id}>
            <span>
              <b>{longDate(proposal, dates)}</b>
              <span className="meta"> {proposal.by ?? m.date_polls_somebody()}</span>
            </span>
            <Form method="post" action={path} className="row">
              <input type="hidden" name="option" value={proposal.id} />
              <SubmitButton
                size="sm"
                name="intent"
                value="take-up"
                aria-label={m.date_polls_take_up_date({ date: longDate(proposal, dates) })}
              >
                {m.date_polls_take_up()}
              </SubmitButton>
              <SubmitButton
                size="sm"
                look="quiet"
                name="intent"
                value="decline"
                aria-label={m.date_polls_decline_date({ date: longDate(proposal, dates) })}
              >
                {m.date_polls_decline()}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

function Silent({ organiser, timeZone, path, open }: { organiser: Organiser; timeZone: string; path: string; open: boolean }) {
  const { silent } = organiser;
  if (silent.length === 0) return <p className="meta">{m.date_polls_all_answered()}</p>;
  const remindable = silent.filter((voter) => voter.remind === 'now').length;
  const recent = silent.filter((voter) => voter.remind === 'recent').length;
  return (
    <>
      <div className="row">
        <h3>{m.date_polls_silent_title({ count: silent.length })}</h3>
        {open && remindable > 0 ? (
          <Form method="post" action={path}>
            <SubmitButton size="sm" look="line" icon="envelope-simple" name="intent" value="remind">
              {m.date_polls_remind({ count: remindable })}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
      {open && recent > 0 ? <p className="meta">{m.date_polls_written_lately({ count: recent })}</p> : null}
      <ul className="dp-silent">
        {silent.map((voter) => (
          <li key={voter.id}>
            <Person
              id={voter.personId ?? voter.id}
              name={voter.name}
              size="sm"
              role={[
                voter.organisationName,
                voter.required ? m.date_polls_required() : '',
                voter.remind === 'no_address' ? m.date_polls_no_address() : '',
                voter.remindedAt ? m.date_polls_reminded_on({ day: formatInstant(voter.remindedAt, timeZone, getLocale()).date }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
