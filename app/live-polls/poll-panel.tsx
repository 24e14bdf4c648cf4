import { m } from '#app/messages/compiled/messages.js';
import { type LivePoll, votesOf } from '#app/model/live-polls.ts';
import { Icon } from '#app/ui/icon.tsx';
import { ClosedPolls } from './closed-polls.tsx';
import { PollResult } from './poll-result.tsx';
import { refusalWords } from './poll-words.ts';
import { type PollDesk, usePollDesk } from './use-polls.ts';
import './live-polls.css';

interface PollPanelProps {
  polls: readonly LivePoll[];
  /** Opens and closes polls. */
  leads: boolean;
  /** Of those who are at the meeting. */
  present: number;
}

/** The open poll, where one votes and changes one's mind, and the closed ones. Works without scripts: each button sends a form. */
export function PollPanel({ polls, leads, present }: PollPanelProps) {
  const desk = usePollDesk();
  const open = polls.find(({ closedAt }) => closedAt === null);
  const closed = polls.filter(({ closedAt }) => closedAt !== null);
  return (
    <>
      <p className="vh" role="status">
        {open ? m.live_polls_announced({ question: open.question }) : closed.length > 0 ? m.live_polls_announced_closed() : ''}
      </p>
      {open || closed.length > 0 || desk.refusal ? (
        <section className="lv-sec lv-sec--poll" id="t-poll" aria-label={open ? m.live_polls_open_title() : m.live_polls_closed_title()}>
          {desk.refusal ? (
            <p className="err" role="alert">
              <Icon name="warning-circle" />
              <span>{refusalWords(desk.refusal)}</span>
            </p>
          ) : null}
          {open ? <OpenPoll poll={open} desk={desk} leads={leads} present={present} /> : null}
          {closed.length > 0 ? <ClosedPolls polls={closed} desk={desk} leads={leads} startOpen={!open} /> : null}
        </section>
      ) : null}
    </>
  );
}

function OpenPoll({ poll, desk, leads, present }: { poll: LivePoll; desk: PollDesk; leads: boolean; present: number }) {
  const count = votesOf(poll);
  const mine = desk.own.votes[poll.id];
  return (
    <>
      <div className="lv-sec__h">
        <h2>{m.live_polls_open_title()}</h2>
        <span className="meta">{m.live_polls_votes({ count, total: Math.max(count, present) })}</span>
      </div>
      <form method="post" action={desk.action} onSubmit={desk.submit}>
        <input type="hidden" name="intent" value="vote" />
        <input type="hidden" name="poll" value={poll.id} />
        <p className="poll__q" id={`q-${poll.id}`}>
          {poll.question}
        </p>
        <ul className="poll" aria-labelledby={`q-${poll.id}`}>
          {poll.options.map(({ id, label, votes }) => (
            <li key={id} className={id === mine ? 'poll--mine' : undefined}>
              <button type="submit" name="option" value={id} aria-pressed={id === mine}>
                <PollResult label={label} votes={votes} count={count} />
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p className="meta poll__hint">{mine ? m.live_polls_may_change() : m.live_polls_may_vote()}</p>
      {leads ? <Leading poll={poll} desk={desk} /> : null}
    </>
  );
}

function Leading({ poll, desk }: { poll: LivePoll; desk: PollDesk }) {
  return (
    <form method="post" action={desk.action} onSubmit={desk.submit} className="row poll__lead">
      <input type="hidden" name="poll" value={poll.id} />
      <button className="btn btn--sm" type="submit" name="intent" value="insert">
        {m.live_polls_insert()}
      </button>
      <button
        className="btn btn--line btn--sm"
        type="submit"
        name="intent"
        value="close"
        title={m.live_polls_hide_what()}
        aria-describedby={`hide-${poll.id}`}
      >
        {m.live_polls_hide()}
      </button>
      <span className="vh" id={`hide-${poll.id}`}>
        {m.live_polls_hide_what()}
      </span>
    </form>
  );
}
