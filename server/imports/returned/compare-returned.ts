import { MAX_COMMENT, MAX_PROPOSED, type ProposedText } from '#app/model/complements.ts';
import type { Inline } from '#app/model/notes.ts';
import { lineOf, trimRuns, withoutStart } from '../propose/runs.ts';
import type { ReadPart } from '../reader/read-fault.ts';
import { findCopied } from './find-copied.ts';
import { comparable, type KnownParagraph, labelLength } from './known-paragraphs.ts';
import { matchParagraphs } from './match-paragraphs.ts';

/** What a file that came back says otherwise than the notes. */
export interface ReturnedProposal {
  kind: 'insert' | 'replace' | 'delete' | 'comment';
  agendaItemId: string;
  blockId: string | null;
  /** The words that the file was made from. */
  baseText: string;
  proposed: ProposedText | null;
  comment: string;
  /** Who changed it, where the file tells. */
  author: string;
}

export interface Ground {
  /** The paragraphs of the notes as they are now, in order. */
  known: readonly KnownParagraph[];
  /** What each version and edition that was ever published said, by paragraph id, latest first. */
  versions: readonly ReadonlyMap<string, string>[];
  /** Words that our files put between the paragraphs. */
  ours: ReadonlySet<string>;
}

/** Part of the paragraphs that a file must have: another meeting's minutes share some by chance, and would flood this one. */
const OWN = 0.5;

/** Null: the file is not of these minutes. */
export function compareReturned(parts: readonly ReadPart[], ground: Ground): ReturnedProposal[] | null {
  const { known, versions } = ground;
  const matched = matchParagraphs(parts, ground);
  if (matched.size === 0 || matched.size < Math.min(known.length, 3) || matched.size < known.length * OWN) return null;
  const proposals: ReturnedProposal[] = [];
  // of what is gathered elsewhere in the file (the synthesis): they count where the words themselves were left as they are
  const copies: ReturnedProposal[] = [];
  const there = new Set([...matched.values()].map(({ id }) => id));
  const source = sourceOf(there, ground);
  const copiedBy = findCopied(ground);
  let last: KnownParagraph | null = null;
  // said of a title, a name or a table: shown with the paragraph that follows
  let waiting: NonNullable<ReadPart['comments']> = [];
  parts.forEach((part, index) => {
    const one = matched.get(index);
    if (one) {
      proposals.push(...waiting.map((said) => comment(one, said)), ...changesOf(part, one, versions));
      [last, waiting] = [one, []];
      return;
    }
    waiting.push(...(part.comments ?? []));
    if (part.shape === 'heading') last = part.level === 1 ? null : last;
    else if (part.shape === 'row') return;
    else if (last) proposals.push(...insertionOf(part, last, ground));
    else {
      // what somebody wrote in a copy of a paragraph, in the synthesis, is meant for the paragraph
      const copied = copiedBy(part);
      if (copied) copies.push(...changesOf(part, copied, versions));
    }
  });
  const own = new Set(proposals.map(({ kind, blockId }) => `${kind} ${blockId}`));
  proposals.push(...copies.filter(({ kind, blockId }) => !own.has(`${kind} ${blockId}`)));
  const end = known.findLast(({ id }) => there.has(id));
  if (end) proposals.push(...waiting.map((said) => comment(end, said)));
  for (const one of known)
    if (!there.has(one.id) && source.has(one.id) && comparable(one.text) !== '')
      proposals.push({
        ...placeOf(one),
        kind: 'delete',
        baseText: source.get(one.id) ?? one.text,
        proposed: null,
        comment: '',
        author: '',
      });
  return proposals;
}

/** What the file was made from: of the notes as they are and of every version, what has most of its paragraphs and least else. */
function sourceOf(there: ReadonlySet<string>, { known, versions }: Ground): ReadonlyMap<string, string> {
  const now = new Map(known.map((one) => [one.id, one.text]));
  const score = (one: ReadonlyMap<string, string>) => {
    const shared = [...there].filter((id) => one.has(id)).length;
    return shared / (one.size + there.size - shared || 1);
  };
  return [...versions, now].reduce((best, one) => (score(one) > score(best) ? one : best));
}

function changesOf(part: ReadPart, one: KnownParagraph, versions: Ground['versions']): ReturnedProposal[] {
  const words = withoutLabel(part.inline, one);
  const text = lineOf(words);
  const comments = (part.comments ?? []).map((said) => comment(one, said));
  const before = part.before ? lineOf(withoutLabel(part.before, one)) : null;
  const said = [...new Set([one.text, ...versions.flatMap((version) => version.get(one.id) ?? [])])];
  // what an earlier version said is what that file said: nobody changed it since
  if (said.some((each) => comparable(each) === comparable(text)) || text.length > MAX_PROPOSED) return comments;
  const baseText = before ?? said.find((each) => each !== one.text) ?? one.text;
  const author = (part.authors ?? []).join(', ');
  if (text === '') return [{ ...placeOf(one), kind: 'delete', baseText, proposed: null, comment: '', author }, ...comments];
  return [
    { ...placeOf(one), kind: 'replace', baseText, proposed: { kind: one.kind, inline: plainSpaces(words) }, comment: '', author },
    ...comments,
  ];
}

function insertionOf(part: ReadPart, last: KnownParagraph, { ours }: Ground): ReturnedProposal[] {
  const text = lineOf(part.inline);
  if (comparable(text) === '' || ours.has(comparable(text)) || text.length > MAX_PROPOSED) return [];
  const kind = part.kind ?? 'text';
  const inline = plainSpaces(trimRuns(withoutStart(part.inline, labelLength(text, kind))));
  const author = (part.authors ?? []).join(', ');
  return [{ ...placeOf(last), kind: 'insert', baseText: last.text, proposed: { kind, inline }, comment: '', author }];
}

function comment(one: KnownParagraph, { author, text }: { author: string; text: string }): ReturnedProposal {
  return { ...placeOf(one), kind: 'comment', baseText: one.text, proposed: null, comment: text.trim().slice(0, MAX_COMMENT), author };
}

function placeOf(one: KnownParagraph): Pick<ReturnedProposal, 'agendaItemId' | 'blockId'> {
  return { agendaItemId: one.agendaItemId, blockId: one.id };
}

function withoutLabel(inline: readonly Inline[], { kind }: KnownParagraph): Inline[] {
  const text = inline.map((run) => run.text).join('');
  return trimRuns(withoutStart(inline, labelLength(text, kind)));
}

/** French spaces are put in when minutes are shown, and are not what anybody typed. */
function plainSpaces(inline: readonly Inline[]): Inline[] {
  return inline.map((run) => ({ ...run, text: run.text.replace(/[\u00a0\u202f]/g, ' ') }));
}
