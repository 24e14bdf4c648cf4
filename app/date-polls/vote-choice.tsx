import { DATE_VOTES, type DateVote } from '#app/model/date-polls.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { VOTE_WORDS } from './poll-words.ts';

const LOOKS = { yes: 'yes', if_needed: 'maybe', no: 'no' } as const;
const CHOICE_ICONS = { yes: 'check', if_needed: 'circle-half', no: 'x' } as const satisfies Record<DateVote, IconName>;
const MARK_ICONS = { yes: 'check-circle', if_needed: 'circle-half', no: 'x' } as const satisfies Record<DateVote, IconName>;
export const MARKS = { yes: 'v--y', if_needed: 'v--m', no: 'v--n' } as const;

interface VoteChoiceProps {
  optionId: string;
  /** The date in words: what is chosen about. */
  date: string;
  vote: DateVote | null;
  /** The words beside the signs, where there is room. */
  words?: boolean;
}

/** Yes, if need be, no, for one date. `was` tells the server what changed: what another tab said meanwhile stays. */
export function VoteChoice({ optionId, date, vote, words = false }: VoteChoiceProps) {
  return (
    <span className="tri" role="radiogroup" aria-label={date}>
      <input type="hidden" name={`was-${optionId}`} value={vote ?? ''} />
      {DATE_VOTES.map((one) => (
        <label key={one} className={LOOKS[one]}>
          <input type="radio" className="vh" name={`vote-${optionId}`} value={one} defaultChecked={vote === one} />
          <Icon name={CHOICE_ICONS[one]} />
          <span className={words ? undefined : 'vh'}>{VOTE_WORDS[one]()}</span>
        </label>
      ))}
    </span>
  );
}

/** What somebody said of a date; a dash when they said nothing. */
export function VoteMark({ vote }: { vote: DateVote | undefined }) {
  if (!vote) return <span className="vote">–</span>;
  return (
    <span className={`vote ${MARKS[vote]}`}>
      <Icon name={MARK_ICONS[vote]} />
      <span className="vh">{VOTE_WORDS[vote]()}</span>
    </span>
  );
}
