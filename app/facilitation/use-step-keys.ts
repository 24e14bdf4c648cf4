import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Live } from '#app/notes/load-live.server.ts';
import { placeInQueue } from './ask-floor.tsx';
import type { StepDesk } from './use-steps.ts';

/** Ctrl/⌘+Enter goes to the next point (it opens the meeting first), Ctrl/⌘+. asks for the floor or withdraws; anywhere on the page but in dialogs. */
export function useStepKeys(page: RefObject<HTMLElement | null>, live: Live, { send, online }: StepDesk): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat || !online) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    const { facilitation, can, me } = live;
    if (facilitation.closedAt !== null) return;
    if (event.key === 'Enter' && can.facilitate) {
      event.preventDefault();
      const { startedAt, current } = facilitation;
      void send(startedAt === null ? { intent: 'start' } : { intent: 'next', leaving: current?.agendaItemId ?? '' });
    }
    if (event.key === '.' && me.attendanceId !== null) {
      event.preventDefault();
      void send({ intent: placeInQueue(live) === null ? 'ask' : 'withdraw' });
    }
  });
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    root.addEventListener('keydown', listener);
    return () => root.removeEventListener('keydown', listener);
  }, [page]);
}
