import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { usePollDesk } from './use-polls.ts';
import './live-polls.css';

/** « Soutenir » with how many do: once a person, pressed again it is taken back. */
export function SupportForm({ blockId, proposal, count }: { blockId: string; proposal: string; count: number }) {
  const desk = usePollDesk();
  const mine = desk.own.supports.includes(blockId);
  return (
    <form className="support" method="post" action={desk.action} onSubmit={desk.submit}>
      <input type="hidden" name="intent" value="support" />
      <input type="hidden" name="block" value={blockId} />
      <button className="pill pill--d" type="submit" name="on" value={mine ? 'no' : 'yes'} aria-pressed={mine}>
        <Icon name={mine ? 'thumbs-up-fill' : 'thumbs-up'} />
        {count > 0 ? m.live_polls_support({ count }) : m.live_polls_support_none()}
        <span className="vh"> {proposal}</span>
      </button>
    </form>
  );
}
