import type { CSSProperties } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import type { FollowUpCounts } from '#db/follow-ups/read.ts';

/** A group's actions in three bars: done, in progress, overdue. */
export function ActionBars({ group, counts }: { group: { slug: string; name: string }; counts: FollowUpCounts }) {
  const { done, open, overdue } = counts;
  const total = done + open;
  const page = `/groups/${group.slug}/follow-ups`;
  return (
    <section className="s-act" aria-labelledby="t-ac">
      <div className="sect__h">
        <h2 id="t-ac">{m.follow_ups_group_actions()}</h2>
        <A to={page}>{m.follow_ups_group_actions_all({ count: total })}</A>
      </div>
      <p className="meta fu-group">{group.name}</p>
      <ul className="bars">
        <Bar label={m.follow_ups_bar_done()} value={done} of={total} to={`${page}?show=done`} />
        <Bar label={m.follow_ups_bar_open()} value={open - overdue} of={total} to={page} />
        <Bar label={m.follow_ups_bar_late()} value={overdue} of={total} to={`${page}?show=overdue`} late />
      </ul>
    </section>
  );
}

function Bar({ label, value, of, to, late = false }: { label: string; value: number; of: number; to: string; late?: boolean }) {
  const share = { '--v': Math.round((100 * value) / Math.max(1, of)) } as CSSProperties;
  return (
    <li>
      <A to={to}>{label}</A>
      <b>{value}</b>
      <div className={late ? 'bar bar--over' : 'bar'} style={share} aria-hidden="true">
        <i />
      </div>
    </li>
  );
}
