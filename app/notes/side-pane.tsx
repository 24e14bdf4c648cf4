import { PollPanel } from '#app/live-polls/poll-panel.tsx';
import { m } from '#app/messages/compiled/messages.js';
import type { Live } from './load-live.server.ts';
import { PresentPeople } from './present-people.tsx';
import { RecordsPanel } from './records-panel.tsx';
import type { Room } from './room.ts';

export function SidePane({ live, room }: { live: Live; room: Room | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
    <section className="lv-side" tabIndex={0} aria-label={m.notes_side()} data-focus="side">
      <PresentPeople live={live} room={room} />
      <RecordsPanel live={live} room={room} />
      <PollPanel polls={live.polls.polls} leads={live.can.facilitate} present={presentOf(live)} />
    </section>
  );
}

const presentOf = ({ participants }: Live) => participants.filter(({ present }) => present !== null).length;
