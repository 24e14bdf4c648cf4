import { type Answer, type Question, REGISTRATION_LIMITS } from './registrations.ts';

/** Why an answer is not taken. */
export type AnswerFault = 'required' | 'too_long' | 'not_offered';

export type CheckedAnswers = { ok: true; answers: Answer[] } | { ok: false; faults: Map<string, AnswerFault> };

/**
 * Answers as they are kept: to the questions that are asked, in the words that they offer. One to a question that is not
 * asked (any more) is left out without a word: the form may be older than the list.
 */
export function checkAnswers(questions: readonly Question[], given: readonly Answer[]): CheckedAnswers {
  const faults = new Map<string, AnswerFault>();
  const answers: Answer[] = [];
  for (const question of questions) {
    const answer = given.find(({ questionId }) => questionId === question.id) ?? { questionId: question.id, words: '', chosen: [] };
    const fault = faultOf(question, answer);
    if (fault) faults.set(question.id, fault);
    else answers.push({ questionId: question.id, words: answer.words, chosen: [...new Set(answer.chosen)] });
  }
  return faults.size > 0 ? { ok: false, faults } : { ok: true, answers };
}

function faultOf(question: Question, { words, chosen }: Answer): AnswerFault | null {
  const { kind, required } = question;
  if (kind === 'short_text' || kind === 'long_text') {
    if ([...words].length > longestAnswer(kind)) return 'too_long';
    if (chosen.length > 0) return 'not_offered';
    return required && words === '' ? 'required' : null;
  }
  if (words !== '' || !chosen.every((one) => offersOf(question).includes(one))) return 'not_offered';
  if (kind !== 'several_of' && chosen.length > 1) return 'not_offered';
  return required && chosen.length === 0 ? 'required' : null;
}

/** What can be chosen; 'yes' and 'no' stand for the words of the reader's language. */
export function offersOf({ kind, options }: Pick<Question, 'kind' | 'options'>): readonly string[] {
  return kind === 'yes_no' ? ['yes', 'no'] : options;
}

export function longestAnswer(kind: 'short_text' | 'long_text'): number {
  return kind === 'short_text' ? REGISTRATION_LIMITS.shortText : REGISTRATION_LIMITS.longText;
}

interface Timed {
  id: string;
  /** Instants; null: not known. */
  startsAt: string | null;
  endsAt: string | null;
}

/** Pairs of sessions that run at the same time: nobody can be in both. One that ends when another begins does not meet it. */
export function overlapsOf<Session extends Timed>(sessions: readonly Session[]): [Session, Session][] {
  const timed = sessions.filter(({ startsAt, endsAt }) => startsAt !== null && endsAt !== null);
  return timed.flatMap((one, index) =>
    timed.slice(index + 1).flatMap((other): [Session, Session][] => (meet(one, other) ? [[one, other]] : [])),
  );
}

function meet(one: Timed, other: Timed): boolean {
  return (one.startsAt ?? '') < (other.endsAt ?? '') && (other.startsAt ?? '') < (one.endsAt ?? '');
}
