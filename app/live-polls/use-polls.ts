import { createContext, type FormEvent, useContext, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { localePath } from '#app/locale.ts';
import { NO_VOTES, type OwnVotes } from '#app/model/live-polls.ts';
import { type PollAnswer, type PollRefusal, refusalOf } from './poll-answer.ts';

export interface PollDesk {
  own: OwnVotes;
  refusal: PollRefusal | null;
  /** Where its forms go without scripts. */
  action: string;
  /** Sends a form by script; the counts come back to every open page by themselves. */
  submit(event: FormEvent<HTMLFormElement>): void;
  send(form: FormData): Promise<PollAnswer>;
}

/** The same desk for every button of the page: in the panel, in the records, beside the notes. */
export const PollDeskOfPage = createContext<PollDesk>({
  own: NO_VOTES,
  refusal: null,
  action: '',
  submit: (event) => event.preventDefault(),
  send: async () => ({ ok: false, reason: 'offline' }),
});

export function usePollDesk(): PollDesk {
  return useContext(PollDeskOfPage);
}

/** What one does with the polls of a meeting and the proposals of its notes. A failure changes nothing on the page. */
export function usePolls(slug: string, loaded: OwnVotes): PollDesk {
  const [search] = useSearchParams();
  const [own, setOwn] = useState(loaded);
  const [refusal, setRefusal] = useState(() => refusalOf(search.get('poll')));
  const underway = useRef(0);
  useEffect(() => {
    // what was loaded while a vote was on its way may be older than the vote
    if (underway.current === 0) setOwn(loaded);
  }, [loaded]);
  const action = localePath(`/meetings/${slug}/live/polls`);

  const send = async (form: FormData): Promise<PollAnswer> => {
    underway.current += 1;
    const answer = await post(action, form);
    underway.current -= 1;
    if (answer.ok) setOwn(answer.own);
    setRefusal(answer.ok || answer.reason === 'faults' ? null : answer.reason);
    return answer;
  };
  return {
    own,
    refusal,
    action,
    send,
    submit(event) {
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      void send(new FormData(event.currentTarget, submitter));
    },
  };
}

async function post(action: string, form: FormData): Promise<PollAnswer> {
  const fields = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(action, { method: 'POST', headers: { Accept: 'application/json' }, body: fields });
    return answer.ok ? ((await answer.json()) as PollAnswer) : { ok: false, reason: 'poll-unknown' };
  } catch {
    return { ok: false, reason: 'offline' };
  }
}
