import type { ImportedPiece, PieceKind, SourcePart } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';
import { dueDay } from './dates.ts';
import type { Titled } from './headings.ts';
import type { People } from './people.ts';
import { lineOf, splitRuns, trimRuns, withoutStart } from './runs.ts';
import { speakerOf } from './speaker-line.ts';
import { toldBy } from './told.ts';
import { KIND_LABELS, TAKEAWAY } from './words.ts';

/** From this many « ! » at the start of lines on, one in the middle of a line is taken for the same mark. */
const MARKED = 3;
const MARK_WITHIN = /(?<=\S) (?:!|→|➔|=>|⇒) (?=\S)/u;
const CONTENTS = /\t\s*\d{1,3}$/u;

interface Ground {
  used: ReadonlySet<number>;
  titles: ReadonlyMap<number, Titled>;
  people: People;
}

/** What each part becomes, in order; a part that a mark stands in the middle of becomes two. */
export function proposePieces(source: readonly SourcePart[], ground: Ground): ImportedPiece[] {
  const marks = source.filter((part) => TAKEAWAY.test(lineOf(part.inline))).length >= MARKED;
  const pieces: ImportedPiece[] = [];
  // under « Décisions » and « Actions », items are that
  let listKind: 'decision' | 'action' | null = null;
  source.forEach((part, index) => {
    const add = (piece: Partial<ImportedPiece> & Pick<ImportedPiece, 'kind' | 'confidence'>) =>
      pieces.push({
        ...{ id: `p${pieces.length + 1}`, part: index, inline: part.inline, cells: part.cells, level: part.level, ordered: part.ordered },
        ...{ speakerId: null, assignee: '', due: null },
        ...piece,
      });
    const title = ground.titles.get(index);
    if (title) listKind = title.as === 'section' ? kindUnder(lineOf(part.inline)) : listKind;
    for (const piece of piecesOf(part, index, { ...ground, marks, listKind })) add(piece);
  });
  return pieces;
}

type Proposed = Partial<ImportedPiece> & Pick<ImportedPiece, 'kind' | 'confidence'>;

function piecesOf(
  part: SourcePart,
  index: number,
  { used, titles, people, marks, listKind }: Ground & { marks: boolean; listKind: PieceKind | null },
): Proposed[] {
  const text = lineOf(part.inline);
  if (used.has(index)) return [{ kind: 'out', confidence: 'likely' }];
  if (part.shape === 'row') return [{ kind: 'row', confidence: 'likely', level: part.level }];
  if (/^[\d\W]{0,6}$/u.test(text) || CONTENTS.test(part.inline.map((run) => run.text).join('')))
    return [{ kind: 'out', confidence: 'likely' }];
  const title = titles.get(index);
  if (title) return [{ kind: title.as, confidence: title.confidence, inline: trimRuns(withoutColon(part.inline)) }];
  if (part.kind) return [marked(part.kind, part.inline, 'sure')];
  const label = KIND_LABELS.find(([, words]) => words.test(text));
  if (label) {
    const length = label[1].exec(text)?.[0].length ?? 0;
    return [marked(label[0], trimRuns(withoutStart(part.inline, length)), 'sure')];
  }
  const speaker = speakerOf(text);
  if (speaker) return [turn(part, index, speaker, people)];
  const mark = TAKEAWAY.exec(text)?.[0];
  if (mark) return [marked('takeaway', trimRuns(withoutStart(part.inline, mark.length)), 'sure')];
  if (part.shape === 'item') return listKind ? [marked(listKind, part.inline, 'unsure')] : [{ kind: 'item', confidence: 'sure' }];
  const within = marks ? MARK_WITHIN.exec(part.inline.map((run) => run.text).join('')) : null;
  if (within) return splitAtMark(part.inline, within);
  const told = toldBy(part, index, people);
  return told ? [{ kind: 'told', ...told }] : [{ kind: 'text', confidence: 'likely' }];
}

function turn(
  part: SourcePart,
  index: number,
  { name, place, sure }: { name: string; place: string; sure: boolean },
  people: People,
): Proposed {
  const speaker = people.add({ name, place, role: 'speaker', found: 'turn', confidence: sure ? 'sure' : 'likely', part: index });
  return {
    kind: 'turn',
    confidence: sure ? 'sure' : 'likely',
    inline: trimRuns(withoutColon(part.inline)),
    speakerId: speaker?.id ?? null,
  };
}

function splitAtMark(inline: readonly Inline[], within: RegExpExecArray): Proposed[] {
  const [before, rest] = splitRuns(inline, within.index);
  return [
    { kind: 'text', confidence: 'likely', inline: trimRuns(before) },
    { kind: 'takeaway', confidence: 'unsure', inline: trimRuns(withoutStart(rest, within[0].length)) },
  ];
}

function marked(kind: PieceKind, inline: Inline[], confidence: 'sure' | 'unsure'): Proposed {
  if (kind !== 'action') return { kind, confidence, inline };
  const text = lineOf(inline);
  const who = /(?:\(|—|–|\bqui\s*:\s*|\bresponsable\s*:\s*)\s*(\p{Lu}[^(),;:.]{2,80}?)\s*(?:[,;)]|$)/u.exec(text)?.[1] ?? '';
  return { kind, confidence, inline, assignee: who, due: dueDay(text) };
}

function kindUnder(title: string): 'decision' | 'action' | null {
  if (/^(?:relevé (?:de|des) )?décisions?\b/iu.test(title)) return 'decision';
  return /^(?:actions?\b|suites à donner|prochaines étapes|à faire)/iu.test(title) ? 'action' : null;
}

function withoutColon(inline: readonly Inline[]): Inline[] {
  const last = inline.length - 1;
  return inline.map((run, index) => (index === last ? { ...run, text: run.text.replace(/\s*:\s*$/u, '') } : run));
}
