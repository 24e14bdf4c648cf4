import { useCallback, useEffect, useRef, useState } from 'react';
import { localePath } from '#app/locale.ts';
import type { LiveState, LiveTopic } from '#app/model/notes-protocol.ts';
import type { Live } from './load-live.server.ts';
import { type SpreadCalls, spreadCalls } from './spread-calls.ts';

export interface LivePageState {
  live: Live;
  /** Asks for everything but the notes, which come by themselves. */
  refresh(): void;
  /** The same within seconds, at another moment than everybody else: when all pages are told at once of a change of `topic`. */
  refreshSoon(topic?: LiveTopic): void;
  /** Takes what the server pushed, or what an answer brought. */
  receive(pushed: LiveState): void;
}

/**
 * Within how many milliseconds a change is asked for. Whoever runs the meeting sees it at once; those who only read, and are
 * many, within seconds: an answer costs the server 6 ms, five hundred of them three seconds. Who came may come last.
 */
const PACES = {
  leads: { change: 200, attendance: 200, rest: 300 },
  writes: { change: 2000, attendance: 3000, rest: 2000 },
  reads: { change: 5000, attendance: 20_000, rest: 5000 },
};

/**
 * What the page shows, and how to ask for it anew. Not the router's revalidation: when that fails, the page gives way to an
 * error, and with it the text that waits for the network. Here a failure changes nothing.
 */
export function useLive(loaded: Live): LivePageState {
  const [live, setLive] = useState(loaded);
  const { slug } = loaded.meeting;
  const { facilitate, write } = live.can;
  const load = useCallback(async () => {
    const answer = await fetch(localePath(`/meetings/${slug}/live/room`));
    if (!answer.ok) return;
    const fresh = (await answer.json()) as Live;
    // the polls are pushed, and an answer may be older than what was pushed last
    setLive((before) => ({ ...fresh, sections: before.sections, polls: before.polls, ...newer(before, fresh) }));
  }, [slug]);
  const refresh = useCallback(() => {
    load().catch(() => {
      // offline: the page asks again once it is back
    });
  }, [load]);

  const pace = useRef(PACES.reads);
  pace.current = facilitate ? PACES.leads : write ? PACES.writes : PACES.reads;
  const calls = useRef<SpreadCalls | null>(null);
  useEffect(() => {
    const made = spreadCalls(load, () => pace.current.rest);
    calls.current = made;
    return () => made.stop();
  }, [load]);
  const refreshSoon = useCallback((topic?: LiveTopic) => {
    const { change, attendance } = pace.current;
    calls.current?.soon(topic === 'attendance' ? attendance : change);
  }, []);

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
    // what one may do is another, for everybody at once
    refreshSoon();
  }, [closedAt, refreshSoon]);
  return { live, refresh, refreshSoon, receive };
}

/** Answers and pushes overtake one another: what was read last is true. */
function newer(before: Pick<Live, 'facilitation'>, after: Pick<Live, 'facilitation'>): Pick<Live, 'facilitation'> {
  const late = Date.parse(after.facilitation.now) < Date.parse(before.facilitation.now);
  return { facilitation: late ? before.facilitation : after.facilitation };
}
