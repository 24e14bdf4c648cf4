import { SupportForm } from '#app/live-polls/support-form.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { formatDay } from './civil-day.ts';
import { kindWord } from './kind-words.ts';
import type { Live } from './load-live.server.ts';
import type { Room, ShownRecord } from './room.ts';
import { useGoToNotes } from './use-go-to-notes.ts';
import { useStore } from './use-room.ts';
import { writtenRecords } from './written-records.ts';

const LOOKS: Record<ShownRecord['kind'], { look: string; icon: IconName }> = {
  decision: { look: 'k-dec', icon: 'seal-check-fill' },
  action: { look: 'k-act', icon: 'square' },
  proposal: { look: 'k-prop', icon: 'hand-palm' },
};

/** Decisions, actions and proposals as they are written; typing one in the notes is registering it. */
export function RecordsPanel({ live, room }: { live: Live; room: Room | null }) {
  const written = writtenRecords(live.sections);
  const { supports } = live.polls;
  return room ? <LiveRecords room={room} written={written} supports={supports} /> : <Records records={written} supports={supports} />;
}

type Supports = Live['polls']['supports'];

function LiveRecords({ room, written, supports }: { room: Room; written: ShownRecord[]; supports: Supports }) {
  return <Records records={useStore(room.records) ?? written} supports={supports} />;
}

function Records({ records, supports }: { records: readonly ShownRecord[]; supports: Supports }) {
  const goToNotes = useGoToNotes();
  return (
    <section className="lv-sec lv-sec--rel" aria-labelledby="t-rel">
      <div className="lv-sec__h">
        <h2 id="t-rel">{m.notes_records()}</h2>
        <span className="count">{records.length}</span>
        <span className="meta">{m.notes_records_how()}</span>
      </div>
      {records.length === 0 ? <p className="meta">{m.notes_records_empty()}</p> : null}
      <ul className="rel">
        {records.map(({ blockId, kind, text, assignee, due }) => (
          <li className={LOOKS[kind].look} key={blockId}>
            <Icon name={LOOKS[kind].icon} label={kindWord(kind)} />
            <span>
              <A {...goToNotes(`b-${blockId}`)}>{text}</A>
              {assignee || due ? <small>{[assignee, due ? formatDay(due, getLocale()) : ''].filter(Boolean).join(', ')}</small> : null}
              {kind === 'proposal' ? <SupportForm blockId={blockId} proposal={text} count={supports[blockId] ?? 0} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
