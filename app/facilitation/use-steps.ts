import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { LivePageState } from '#app/notes/use-live.ts';
import { ServerClock } from './server-clock.ts';
import { refusalOf, type StepAnswer, type StepRefusal } from './step-answer.ts';
import type { StepIntent } from './step-fields.ts';

/** A step with what it names, as its form sends it. */
export type StepToSend = { intent: StepIntent } & Record<string, string>;

/** What every button of running the meeting shares. */
export interface StepDesk {
  slug: string;
  clock: ServerClock;
  /** False while there is no connection: what needs the server waits, the clock goes on. */
  online: boolean;
  /** What is on its way. */
  busy: StepIntent | null;
  refusal: StepRefusal | null;
  dismiss(): void;
  /** Sends a step by script; null when another one is on its way. The pages of the others are told by the server. */
  send(step: StepToSend): Promise<StepAnswer | null>;
}

const NOWHERE: StepDesk = {
  ...{ slug: '', clock: new ServerClock('1970-01-01T00:00:00Z'), online: false, busy: null, refusal: null },
  dismiss: () => {},
  send: async () => null,
};

export const StepDeskOfPage = createContext<StepDesk>(NOWHERE);

export function useStepDesk(): StepDesk {
  return useContext(StepDeskOfPage);
}

/** Steps after which more than the state of the meeting is another: who is there, what one may do. */
const RELOADING: readonly StepIntent[] = ['sign', 'check', 'close', 'reopen'];

/** The desk of a page. A failure changes nothing on it. */
export function useSteps({ live, receive, refresh }: LivePageState, online: boolean): StepDesk {
  const [search] = useSearchParams();
  const [clock] = useState(() => new ServerClock(live.facilitation.now));
  const [busy, setBusy] = useState<StepIntent | null>(null);
  const [refusal, setRefusal] = useState(() => refusalOf(search.get('refused')));
  const { now } = live.facilitation;
  useEffect(() => clock.adjust(now), [clock, now]);
  const { slug } = live.meeting;

  const send = async (step: StepToSend): Promise<StepAnswer | null> => {
    // names are ticked faster than the server answers, and no two of them meet
    const alone = step.intent !== 'check';
    if (alone && busy) return null;
    if (alone) setBusy(step.intent);
    const answer = await post(localePath(`/meetings/${slug}/live/facilitation`), step);
    if (alone) setBusy(null);
    if (typeof answer === 'string') {
      setRefusal(answer);
      return null;
    }
    setRefusal(answer.ok ? null : answer.reason);
    receive({ topic: 'facilitation', state: answer.facilitation });
    if (RELOADING.includes(step.intent)) refresh();
    return answer;
  };
  return { slug, clock, online, busy, refusal, send, dismiss: () => setRefusal(null) };
}

async function post(address: string, step: StepToSend): Promise<StepAnswer | StepRefusal> {
  try {
    const answer = await fetch(address, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(step) });
    // no longer signed in, or no longer theirs to do
    if (answer.redirected || answer.status === 404) return 'denied';
    return answer.ok ? ((await answer.json()) as StepAnswer) : 'offline';
  } catch {
    return 'offline';
  }
}

/** Something that changes with the time, read from the server's clock; the component draws again only when it is another. */
export function useMoment<T extends string | number | boolean | null>(select: (at: number) => T): T {
  const { clock } = useStepDesk();
  return useSyncExternalStore(
    clock.watch,
    () => select(clock.value),
    () => select(clock.initial),
  );
}
