import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import type { FollowUpCounts } from '#db/follow-ups/read.ts';
import './group-follow-ups.css';

/** On a group's page: how much is open, and the ways to all of it. Nothing while no minutes decided anything. */
export function GroupFollowUps({ slug, counts }: { slug: string; counts: FollowUpCounts }) {
  const { open, overdue, done, decisions } = counts;
  if (open + done + decisions === 0) return null;
  const page = `/groups/${slug}/follow-ups`;
  return (
    <section className="fu-panel" aria-labelledby="t-follow-ups">
      <div className="sect__h">
        <h2 id="t-follow-ups">{m.follow_ups_panel_title()}</h2>
        <A to={page}>{m.follow_ups_panel_all()}</A>
      </div>
      <ul className="fu-panel__l">
        <li>
          <A to={overdue > 0 ? `${page}?show=overdue` : page}>
            {m.follow_ups_panel_open({ count: open })}
            {overdue > 0 ? m.follow_ups_panel_late({ count: overdue }) : null}
          </A>
        </li>
        <li>
          <A to={`${page}?show=decisions`}>{m.follow_ups_panel_decisions({ count: decisions })}</A>
        </li>
      </ul>
    </section>
  );
}
