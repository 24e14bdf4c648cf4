import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { DoorPerson } from '#app/model/door-protocol.ts';
import { formatInstant } from '#app/model/format-when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { categoryWord } from './category-word.ts';
import { type DoorVerdict, toneOf } from './door-verdict.ts';
import { wordsOf } from './verdict-words.ts';

interface VerdictCardProps {
  verdict: DoorVerdict | null;
  turn: number;
  timeZone: string;
  undoable: string | null;
  onUndo: () => void;
  onLetIn: (person: DoorPerson) => void;
}

const ICONS = { yes: 'check', look: 'warning', no: 'x' } as const;

/** The answer of the door: colour, sign and words say the same; a screen reader says it when it changes. */
export function VerdictCard({ verdict, turn, timeZone, undoable, onUndo, onLetIn }: VerdictCardProps) {
  const tone = verdict ? toneOf(verdict) : null;
  const words = verdict && wordsOf(verdict, (instant) => formatInstant(instant, timeZone, getLocale()).time);
  const person = verdict && 'person' in verdict ? verdict.person : null;
  const undecided = verdict && (verdict.kind === 'waiting' || verdict.kind === 'cancelled' || verdict.kind === 'elsewhere');
  return (
    <section className={`dr-say dr-say--${tone ?? 'idle'}`} aria-label={m.check_ins_answer()}>
      <div role="status" aria-live="assertive" aria-atomic="true">
        {words && tone ? (
          <div className="dr-say__in" key={turn}>
            <span className="dr-say__sign">
              <Icon name={ICONS[tone]} />
            </span>
            <p className="dr-say__title">{words.title}</p>
            {person ? <p className="dr-say__name">{person.name}</p> : null}
            {verdict && 'name' in verdict ? <p className="dr-say__name">{verdict.name}</p> : null}
            {person ? <p>{[person.organisation, categoryWord(person.category)].filter(Boolean).join(' · ')}</p> : null}
            {words.more ? <p className="dr-say__more">{words.more}</p> : null}
          </div>
        ) : (
          <p className="dr-say__idle">{m.check_ins_idle()}</p>
        )}
      </div>
      {undecided && person ? (
        <button type="button" className="btn btn--lg" onClick={() => onLetIn(person)}>
          {m.check_ins_let_in()}
        </button>
      ) : null}
      {undoable && !undecided ? (
        <button type="button" className="btn btn--line btn--sm" onClick={onUndo}>
          {m.check_ins_undo({ name: undoable })}
        </button>
      ) : null}
    </section>
  );
}
