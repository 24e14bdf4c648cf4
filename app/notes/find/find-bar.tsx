import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { Room } from '../room.ts';
import { findInNotes } from './find-in-notes.ts';
import './find.css';

const LOOK_AGAIN_MS = 300;

/** Looks for words in all the notes, and goes from one place to the next; what others write meanwhile counts as well. */
export function FindBar({ room, onClose }: { room: Room; onClose(): void }) {
  const [words, setWords] = useState('');
  const [current, setCurrent] = useState(0);
  const found = useFound(room, words);
  const input = useRef<HTMLInputElement>(null);
  const shown = found.length === 0 ? 0 : Math.min(current, found.length - 1);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => mark(found, shown), [found, shown]);

  const goTo = (index: number) => {
    if (found.length === 0) return;
    const next = (index + found.length) % found.length;
    setCurrent(next);
    found[next]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>('#notes [role="toolbar"] [tabindex="0"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    goTo(shown + (event.shiftKey ? -1 : 1));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know the element search
    <div className="find" role="search">
      <Icon name="magnifying-glass" />
      <input
        type="search"
        ref={input}
        aria-label={m.find_label()}
        placeholder={m.find_label()}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          setCurrent(0);
        }}
        onKeyDown={onKeyDown}
      />
      <span className="num" role="status">
        {words.trim() === '' ? '' : found.length === 0 ? m.find_none() : m.find_place({ place: shown + 1, count: found.length })}
      </span>
      <button
        className="btn btn--quiet"
        type="button"
        aria-label={m.find_previous()}
        title={m.find_previous()}
        onClick={() => goTo(shown - 1)}
      >
        <Icon name="arrow-up" />
      </button>
      <button className="btn btn--quiet" type="button" aria-label={m.find_next()} title={m.find_next()} onClick={() => goTo(shown + 1)}>
        <Icon name="arrow-down" />
      </button>
      <button className="btn btn--quiet" type="button" aria-label={m.find_close()} title={m.find_close()} onClick={close}>
        <Icon name="x" />
      </button>
    </div>
  );
}

function useFound(room: Room, words: string): Range[] {
  const [found, setFound] = useState<Range[]>([]);
  useEffect(() => {
    const notes = document.getElementById('notes');
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer = null;
      setFound(notes ? findInNotes(notes, words) : []);
    };
    const lookSoon = () => {
      timer ??= setTimeout(look, LOOK_AGAIN_MS);
    };
    look();
    const { doc } = room.connection;
    doc.on('update', lookSoon);
    return () => {
      doc.off('update', lookSoon);
      if (timer) clearTimeout(timer);
    };
  }, [room, words]);
  return found;
}

/** Shows the places by the browser's own highlights: nothing is put into the text. Older browsers only scroll there. */
function mark(found: readonly Range[], shown: number): (() => void) | undefined {
  if (!('highlights' in CSS)) return undefined;
  const now = found[shown];
  CSS.highlights.set('found', new Highlight(...found));
  CSS.highlights.set('found-now', now ? new Highlight(now) : new Highlight());
  return () => {
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-now');
  };
}
