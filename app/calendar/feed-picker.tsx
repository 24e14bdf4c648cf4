import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { subscribeAddress } from './calendar-address.ts';
import type { FeedOption, FeedSort } from './feed-choice.ts';

/** Step 1: what to follow. Links, so that each choice is an address and needs no script. */
export function FeedPicker({ sorts, chosen }: { sorts: readonly FeedSort[]; chosen: FeedOption | 'mine' }) {
  const chosenSort = chosen === 'mine' ? 'mine' : chosen.feed.of;
  return (
    <section aria-labelledby="t-what">
      <h2 id="t-what">{m.calendar_subscribe_step_what()}</h2>
      <ul className="pick">
        {sorts.map((sort) => (
          <li key={sort.of}>
            <Choice
              to={subscribeAddress(sort.options[0]?.feed ?? { of: 'all' })}
              label={sort.label}
              why={sort.why}
              chosen={sort.of === chosenSort}
            />
            {chosen !== 'mine' && sort.of === chosenSort && sort.options.length > 1 ? <Options sort={sort} chosen={chosen} /> : null}
          </li>
        ))}
        <li>
          <Choice
            to={subscribeAddress('mine')}
            label={m.calendar_subscribe_mine()}
            why={m.calendar_subscribe_mine_why()}
            chosen={chosen === 'mine'}
          />
        </li>
      </ul>
    </section>
  );
}

function Choice({ to, label, why, chosen }: { to: string; label: string; why: string; chosen: boolean }) {
  return (
    <A className="pick__a" to={to} aria-current={chosen ? 'true' : undefined}>
      <span className="pick__dot" />
      <span>
        {label}
        <small>{why}</small>
      </span>
    </A>
  );
}

function Options({ sort, chosen }: { sort: FeedSort; chosen: FeedOption }) {
  return (
    <ul className="pick__of" aria-label={sort.label}>
      {sort.options.map(({ feed, name }) => (
        <li key={name}>
          <A className="chip" to={subscribeAddress(feed)} aria-current={name === chosen.name ? 'true' : undefined}>
            {name}
          </A>
        </li>
      ))}
    </ul>
  );
}
