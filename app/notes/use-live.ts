import { useCallback, useEffect, useRef, useState } from 'react';
import { localePath } from '#app/locale.ts';
import type { LiveState } from '#app/model/notes-protocol.ts';
import type { Live } from './load-live.server.ts';

export interface LivePageState {
  live: Live;
  /** Asks for everything but the notes, which come by themselves. */
  refresh(): void;
  /** Takes what the server pushed, or what an answer brought. */
  receive(pushed: LiveState): void;
}

const SPREAD_MS = 2000;

/**
 * What the page shows, and how to ask for it anew. Not the router's revalidation: when that fails, the page gives way to an
 * error, and with it the text that waits for the network. Here a failure changes nothing.
 */
export function useLive(loaded: Live): LivePageState {
  const [live, setLive] = useState(loaded);
  const { slug } = loaded.meeting;
  const refresh = useCallback(() => {
    fetch(localePath(`/meetings/${slug}/live/room`))
      .then(async (answer) => {
        if (!answer.ok) return;
        const fresh = (await answer.json()) as Live;
        // the polls are pushed, and an answer may be older than what was pushed last
        setLive((before) => ({ ...fresh, sections: before.sections, polls: before.polls, ...newer(before, fresh) }));
      })
      .catch(() => {
        // offline: the page asks again once it is back
      });
  }, [slug]);
  const receive = useCallback((pushed: LiveState) => {
    setLive((before) => {
      if (pushed.topic === 'polls') return { ...before, polls: pushed.state };
      return { ...before, ...newer(before, { facilitation: pushed.state }) };
    });
  }, []);
  const { closedAt } = live.facilitation;
  const known = useRef(closedAt);
  useEffect(() => {
    if (known.current === closedAt) return;
    known.current = closedAt;
    // what one may do is another, for everybody at once: not all of them ask in the same moment
    const timer = setTimeout(refresh, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [closedAt, refresh]);
  return { live, refresh, receive };
}

/** Answers and pushes overtake one another: what was read last is true. */
function newer(before: Pick<Live, 'facilitation'>, after: Pick<Live, 'facilitation'>): Pick<Live, 'facilitation'> {
  const late = Date.parse(after.facilitation.now) < Date.parse(before.facilitation.now);
  return { facilitation: late ? before.facilitation : after.facilitation };
}
