import { useEffect, useEffectEvent } from 'react';
import { useRevalidator } from 'react-router';

const EVERY_MS = 3000;
/** So that the phones of a room do not ask all at once. */
const SPREAD_MS = 2000;

/** Asks every few seconds, while somebody looks, whether the room has something new, and loads it if so. A few bytes each time. */
export function useRoomMark(code: string, mark: string): void {
  const { revalidate } = useRevalidator();
  const told = useEffectEvent((now: string) => {
    if (now !== mark) void revalidate();
  });
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (!document.hidden) {
        try {
          const answer = await fetch(`/live/${code}/state`, { headers: { accept: 'application/json' } });
          // a door that was closed: the page says so
          const now = answer.ok ? ((await answer.json()) as { mark: string }).mark : String(answer.status);
          if (!left && (answer.ok || answer.status === 404)) told(now);
        } catch {
          // the network is gone for a moment: asked again
        }
      }
      if (!left) timer = setTimeout(ask, EVERY_MS + Math.random() * SPREAD_MS);
    };
    timer = setTimeout(ask, Math.random() * SPREAD_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [code]);
}
