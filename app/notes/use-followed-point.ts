import { type RefObject, useEffect, useState } from 'react';
import { anchorOf } from './live-point.ts';

/**
 * Which points are shown to whoever follows the meeting; null: all. It goes with the meeting, but never takes a section away
 * under somebody's caret: that one stays until they leave it. Whoever only reads in it is led to the next.
 * `current`: the point that the meeting is at, null when it is at none.
 */
export function useFollowedPoint(
  follows: boolean,
  current: string | null,
  scroll: RefObject<HTMLElement | null>,
): readonly string[] | null {
  const [{ now, kept }, setShown] = useState<{ now: string | null; kept: string | null }>({ now: current, kept: null });

  useEffect(() => {
    if (now === current) return;
    const left = now === null ? null : document.getElementById(anchorOf(now));
    const active = document.activeElement;
    const inside = left?.contains(active) === true;
    const writing = inside && active instanceof HTMLElement && active.isContentEditable;
    setShown({ now: current, kept: writing ? now : null });
    if (!follows || writing) return;
    // once the new section is there
    requestAnimationFrame(() => {
      scroll.current?.scrollTo({ top: 0 });
      if (inside && current !== null) document.getElementById(anchorOf(current))?.focus({ preventScroll: true });
    });
  }, [follows, now, current, scroll]);

  useEffect(() => {
    const section = kept === null ? null : document.getElementById(anchorOf(kept));
    if (!section) return;
    const onLeave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && section.contains(event.relatedTarget))) setShown((shown) => ({ ...shown, kept: null }));
    };
    section.addEventListener('focusout', onLeave);
    return () => section.removeEventListener('focusout', onLeave);
  }, [kept]);

  return follows ? [now, kept].filter((point) => point !== null) : null;
}
