import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { m } from '#app/messages/compiled/messages.js';
import { hueOf } from '#app/ui/avatar.tsx';
import type { Live } from '../load-live.server.ts';
import type { Room } from '../room.ts';
import type { Writer } from './known-writers.ts';
import { type WrittenBlock, type WrittenSection, watchWriters } from './watch-writers.ts';
import { initialsOfAll } from './writer-initials.ts';
import './writers.css';

const SHOWN = 3;

/** Beside each block, whoever wrote what stands there; above, whose the initials are. */
export function WritersLayer({ live, room }: { live: Live; room: Room }) {
  const [sections, setSections] = useState<WrittenSection[]>([]);
  const points = useRef(live.points);
  points.current = live.points;
  const { slug } = live.meeting;
  const { personId } = live.me;

  useEffect(() => {
    const pane = document.getElementById('notes');
    pane?.setAttribute('data-writers', '');
    const stop = watchWriters({ room, slug, personId, agendaItemIds: () => points.current.map(({ id }) => id), show: setSections });
    return () => {
      pane?.removeAttribute('data-writers');
      stop();
    };
  }, [room, slug, personId]);

  const everybody = peopleIn(sections);
  const initials = initialsOfAll(everybody);
  const titles = new Map(live.points.map(({ id, title }) => [id, title]));
  return (
    <>
      <ul className="by-who" aria-label={m.history_who()}>
        {everybody.map((writer) => (
          <li key={writer.number}>
            <Initials writer={writer} initials={initials} />
            {writer.name}
          </li>
        ))}
      </ul>
      {sections.map(({ agendaItemId, element, blocks }) =>
        createPortal(
          <ol className="by" aria-label={m.history_who_list({ title: titles.get(agendaItemId) ?? '' })}>
            {blocks.map((block) => (
              <ByBlock key={block.key} block={block} initials={initials} />
            ))}
          </ol>,
          element,
          agendaItemId,
        ),
      )}
    </>
  );
}

function ByBlock({ block: { text, top, height, writers }, initials }: { block: WrittenBlock; initials: ReadonlyMap<number, string> }) {
  const names = writers.map((writer) => writer?.name ?? m.history_nobody()).join(', ');
  return (
    <li style={{ top, height }} title={names}>
      <span className="vh">{m.history_who_block_label({ text, names })}</span>
      {writers.slice(0, SHOWN).map((writer) => (
        <Initials key={writer?.number ?? 0} writer={writer} initials={initials} />
      ))}
      {writers.length > SHOWN ? (
        <span className="by__more" aria-hidden="true">
          +{writers.length - SHOWN}
        </span>
      ) : null}
    </li>
  );
}

function Initials({ writer, initials }: { writer: Writer | null; initials: ReadonlyMap<number, string> }) {
  return (
    <span className={writer ? `av av--sm av--p${hueOf(writer.personId)}` : 'av av--sm av--out'} aria-hidden="true">
      {writer ? initials.get(writer.number) : '?'}
    </span>
  );
}

/** Everybody whose words stand anywhere, by name. */
function peopleIn(sections: readonly WrittenSection[]): Writer[] {
  const people = new Map<number, Writer>();
  for (const { blocks } of sections) {
    for (const { writers } of blocks) for (const writer of writers) if (writer) people.set(writer.number, writer);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
