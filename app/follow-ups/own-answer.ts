import { m } from '#app/messages/compiled/messages.js';
import { FOLLOW_UP_LIMITS, type OwnerAnswer } from '#app/model/follow-ups.ts';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { cleanText } from '#app/model/text.ts';

/** What a form about one's own action brought, to be shown again with what is wrong in it. */
export interface RefusedAnswer {
  say: 'done' | 'not_me' | 'other_date';
  fault: string;
  field: 'outcome' | 'word' | 'due';
  text: string;
  due: string;
}

/** Reads the answer of a form; null: no form of ours sent it. `today` is the reader's ISO day. */
export function readOwnAnswer(form: FormData, today: string): { answer: OwnerAnswer } | { refused: RefusedAnswer } | null {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? cleanText(value) : '';
  };
  const say = form.get('say');
  switch (say) {
    case 'yes':
    case 'not_done':
      return { answer: { say } };
    case 'done': {
      const outcome = text('outcome');
      const fault = tooLong(outcome, FOLLOW_UP_LIMITS.outcome);
      return fault ? { refused: { say, fault, field: 'outcome', text: outcome, due: '' } } : { answer: { say, outcome } };
    }
    case 'not_me': {
      const word = text('word');
      const fault = tooLong(word, FOLLOW_UP_LIMITS.word);
      return fault ? { refused: { say, fault, field: 'word', text: word, due: '' } } : { answer: { say, word } };
    }
    case 'other_date': {
      const [word, due] = [text('word'), parseIsoDay(form.get('due'))];
      const fault = tooLong(word, FOLLOW_UP_LIMITS.word);
      if (fault) return { refused: { say, fault, field: 'word', text: word, due: due ?? '' } };
      if (!due || due < today || due > LAST_DAY)
        return { refused: { say, fault: m.follow_ups_fault_due(), field: 'due', text: word, due: due ?? '' } };
      return { answer: { say, due, word } };
    }
    default:
      return null;
  }
}

/** Beyond it somebody mistyped the year. */
const LAST_DAY = '2199-12-31';

/** What to correct in a text that is too long for its field; null: nothing. */
export function tooLong(text: string, max: number): string | null {
  const length = [...text].length;
  return length > max ? m.follow_ups_fault_too_long({ length, max }) : null;
}
