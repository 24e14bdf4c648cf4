import type { Action, Edition, NextStep } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import { firstDay, isDay, parseWhen } from '#app/model/when.ts';
import type { MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { findDate, lastDay } from './compose-dates.ts';

/** A paragraph of the conclusion, as this edition tells it. */
export interface Concluding {
  anchor: string;
  inline: Inline[];
  /** Of an action: that is told already, with the action. */
  due: string | null;
  who: string;
  internal?: true;
}

/**
 * What comes next, soonest first: actions with a due day, sentences of the conclusion that tell a date, and the group's next
 * meetings. The public edition names public meetings only: the minutes of one meeting do not announce another to people who may
 * not see it. An hour that nobody told is never made up; what has no date is not here.
 */
export function composeNextSteps(
  meeting: Pick<MeetingForMinutes, 'edtf' | 'nextMeetings'>,
  actions: readonly Action[],
  conclusion: readonly Concluding[],
  edition: Edition,
): NextStep[] {
  const when = parseWhen(meeting.edtf);
  const began = when ? firstDay(when) : '';
  const day = isDay(began) ? began : null;
  const due = actions.flatMap(({ anchor, due: edtf, inline, assignee, internal }) =>
    edtf ? [{ anchor, edtf, inline, who: assignee, ...marked(internal) }] : [],
  );
  const meetings = meeting.nextMeetings
    .filter(({ visibility }) => edition === 'internal' || visibility === 'public')
    .map(({ title, edtf, visibility }) => ({
      anchor: null,
      edtf,
      inline: [{ text: title }],
      who: '',
      ...marked(visibility === 'members' || undefined),
    }));
  const told = conclusion.flatMap(({ anchor, inline, due: already, who, internal }) =>
    already ? [] : datedSentences(inline, day).map((sentence) => ({ anchor, ...sentence, who, ...marked(internal) })),
  );
  return [...due, ...meetings, ...told].sort((a, b) => compare(lastDay(a.edtf), lastDay(b.edtf)));
}

const marked = (internal: true | undefined) => (internal ? { internal } : {});

const sentences = new Intl.Segmenter('fr', { granularity: 'sentence' });

function datedSentences(inline: readonly Inline[], day: string | null): { edtf: string; inline: Inline[] }[] {
  const text = inline.map((run) => run.text).join('');
  return [...sentences.segment(text)].flatMap(({ segment, index }) => {
    const edtf = findDate(segment, day);
    return edtf ? [{ edtf, inline: cut(inline, index, index + segment.trimEnd().length) }] : [];
  });
}

/** The runs of text from one character to another. */
function cut(inline: readonly Inline[], from: number, to: number): Inline[] {
  let at = 0;
  return inline.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text ? [{ ...run, text }] : [];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
