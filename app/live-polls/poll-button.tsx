import { type MouseEvent, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { PollDialog } from './poll-dialog.tsx';
import { usePollDesk } from './use-polls.ts';

interface PollButtonProps {
  slug: string;
  points: readonly { id: string; title: string }[];
  /** The point that the meeting is at; null: none. */
  current: string | null;
}

/** « Sondage » among what whoever runs the meeting may do: a dialog, and without scripts a page. */
export function PollButton({ slug, points, current }: PollButtonProps) {
  const desk = usePollDesk();
  const [asking, setAsking] = useState(false);
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setAsking(true);
  };
  return (
    <>
      <A className="btn btn--line" to={`/meetings/${slug}/live/polls/new`} onClick={onClick} aria-haspopup="dialog">
        <Icon name="chart-bar-horizontal" />
        {m.live_polls_ask()}
      </A>
      <A className="btn btn--line" to={`/meetings/${slug}/live/phones`}>
        <Icon name="device-mobile" />
        {m.live_polls_phones_link()}
      </A>
      {asking ? <PollDialog desk={desk} points={points} current={current} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
