import { m } from '#app/messages/compiled/messages.js';
import { overlapsOf } from '#app/model/registration-answers.ts';
import type { Openness, Question } from '#app/model/registrations.ts';
import type { WishFault } from '#server/registrations/write-down.ts';
import type { Offered } from './offer.server.ts';
import { answerName, type Faults } from './registration-values.ts';
import { answerFaultWords, closedWords } from './words.ts';

/** Titles of chosen sessions that run at the same hour; none once somebody said that they know. */
export function overlapsIn(form: FormData, sessions: Offered['sessions'], choices: readonly (readonly string[])[]): [string, string][] {
  if (form.get('overlaps') === 'known') return [];
  const pairs = choices.flatMap((ids) => overlapsOf(sessions.filter(({ id }) => ids.includes(id))));
  const titles = pairs.map(([one, other]): [string, string] => [one.title, other.title]);
  return [...new Map(titles.map((pair) => [pair.join('\n'), pair])).values()];
}

/** What a verb refused of a person, under the controls that it is about. */
export function faultsOfWish(fault: WishFault, questions: readonly Question[], prefix = ''): Faults {
  switch (fault.reason) {
    case 'category':
      return { [`${prefix}category`]: m.registrations_fault_no_category() };
    case 'session':
      return { [`${prefix}session`]: m.registrations_fault_session() };
    case 'answers':
      return Object.fromEntries(
        questions.flatMap((question) => {
          const what = fault.faults.get(question.id);
          return what ? [[answerName(prefix, question.id), answerFaultWords(question, what)]] : [];
        }),
      );
  }
}

/** Why nothing could be registered, whatever was typed. */
export function noticeOf(
  refusal: { reason: 'too_often' } | { reason: 'closed'; openness: Exclude<Openness, 'open'> },
  opens: string | null,
): string {
  return refusal.reason === 'too_often' ? m.registrations_too_often() : closedWords(refusal.openness, opens);
}
