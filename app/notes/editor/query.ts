import type { EditorState } from '@tiptap/pm/state';
import { isParagraph, kindOf, stringAttribute } from './locate-block.ts';

/** What is being typed before the caret that a list can complete: a person after '@' (or in a turn that has no speaker yet), a day after '//'. */
export interface Query {
  kind: 'person' | 'due';
  text: string;
  /** Positions in the document of what is replaced when something is chosen. */
  from: number;
  to: number;
}

const PERSON = /(?:^|[\s(.,;!?])@([\p{L}\p{M}'’. -]{0,40})$/u;
// not the one of an address
const DUE = /(?<!:)\/\/ ?([^/]{0,30})$/;
const LONGEST_NAME = 40;
// Stands for what is not text (a line break), which no query crosses.
const NOT_TEXT = '\ufffc';

export function queryAt(state: EditorState): Query | null {
  const { $head, empty } = state.selection;
  if (!empty || !isParagraph($head.parent)) return null;
  const before = $head.parent.textBetween(0, $head.parentOffset, undefined, NOT_TEXT);
  const kind = $head.depth === 1 ? kindOf($head.parent) : 'text';
  const due = kind === 'action' ? DUE.exec(before) : null;
  if (due) return query('due', due[1] ?? '', before.lastIndexOf('//'));
  const person = PERSON.exec(before);
  if (person) return query('person', person[1] ?? '', before.lastIndexOf('@'));
  const unnamed = kind === 'turn' && !stringAttribute($head.parent, 'speakerId') && $head.parentOffset === $head.parent.content.size;
  return unnamed && before.length <= LONGEST_NAME && !before.includes(',') ? query('person', before, 0) : null;

  function query(of: Query['kind'], text: string, offset: number): Query {
    return { kind: of, text, from: $head.start() + offset, to: $head.pos };
  }
}
