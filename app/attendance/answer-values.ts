import { type AnswerFault, type AnswerGiven, GIVEN_ANSWERS, type GivenAnswer, parseAnswer } from '#app/model/attendance.ts';

export type SentAnswer = { ok: true; given: AnswerGiven } | { ok: false; refused: RefusedAnswer };

/** What was sent, to be shown again with what is wrong in it. */
export interface RefusedAnswer {
  fault: AnswerFault;
  answer: string;
  substituteName: string;
  substituteFunction: string;
}

/** Longer texts are not sent back: a form that holds ten thousand characters helps nobody. */
const SHOWN_AGAIN = 400;

/** Reads the answer that a form brings. */
export function readAnswer(form: FormData): SentAnswer {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const sent = { answer: text('answer'), substituteName: text('substituteName'), substituteFunction: text('substituteFunction') };
  const parsed = parseAnswer(sent);
  if (typeof parsed !== 'string') return { ok: true, given: parsed };
  const shown = (value: string) => value.toWellFormed().slice(0, SHOWN_AGAIN);
  return {
    ok: false,
    refused: {
      fault: parsed,
      answer: shown(sent.answer),
      substituteName: shown(sent.substituteName),
      substituteFunction: shown(sent.substituteFunction),
    },
  };
}

/** The answer that a link of the mail proposes ('?answer=remote'); null: none, or nonsense. */
export function proposedAnswer(url: string): GivenAnswer | null {
  const wanted = new URL(url).searchParams.get('answer');
  return GIVEN_ANSWERS.find((answer) => answer === wanted) ?? null;
}
