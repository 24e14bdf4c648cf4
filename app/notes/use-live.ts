import { useCallback, useState } from 'react';
import { localePath } from '#app/locale.ts';
import type { Live } from './load-live.server.ts';

/**
 * What the page shows, and how to ask for it anew. Not the router's revalidation: when that fails, the page gives way to an
 * error, and with it the text that waits for the network. Here a failure changes nothing.
 */
export function useLive(loaded: Live): { live: Live; refresh(): void } {
  const [live, setLive] = useState(loaded);
  const { slug } = loaded.meeting;
  const refresh = useCallback(() => {
    fetch(localePath(`/meetings/${slug}/live/room`))
      .then(async (answer) => {
        if (answer.ok) setLive((await answer.json()) as Live);
      })
      .catch(() => {
        // offline: the next change asks again
      });
  }, [slug]);
  return { live, refresh };
}
