import { compareForReading } from '#app/model/compare-words.ts';
import type { MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import type { ComparedBlock } from '#app/model/note-history.ts';
import { stepsBetween } from '#app/model/sequences.ts';
import type { DiffPart, DiffPartKind, VersionDiff } from '#app/model/version-diff.ts';
import { compareLines, type Line, type WholeText, wholeOf } from '#server/notes/history/compare-blocks.ts';
import { pairSections } from './compare-sections.ts';
import { giveSimilarKeys } from './compare-similar.ts';
import { agendaLines, annexLines, complementLines, headerLines, highlightLines, nextLines, noteLines } from './lines-of-parts.ts';
import { linesOfSection } from './lines-of-sections.ts';

/**
 * What changed from one version (or draft) of minutes to another, of the same edition. Statements are recognised by the id of
 * their block, else by their words within the section; what moved, with its section or alone, is told apart from what is new.
 * The synthesis is left out: it repeats what stands in the sections.
 */
export function compareVersions(before: MinutesContent, after: MinutesContent): VersionDiff {
  const parts = [
    partOf('header', headerLines(before), headerLines(after)),
    partOf('notes', noteLines(before), noteLines(after)),
    partOf('agenda', agendaLines(before), agendaLines(after)),
    highlights(before, after),
    ...compareSections(before, after),
    { ...EMPTY, key: 'records', what: 'records' as const, blocks: renumbered(before, after) },
    partOf('next', nextLines(before), nextLines(after)),
    partOf('annex', annexLines(before), annexLines(after)),
    partOf('complements', complementLines(before), complementLines(after)),
  ];
  return { parts: parts.filter(({ blocks, change }) => blocks.length > 0 || change !== 'same') };
}

const EMPTY = { title: '', was: null, change: 'same' } as const;

function partOf(what: DiffPartKind, from: readonly Line[], to: readonly Line[]): DiffPart {
  const lines = giveSimilarKeys(from, to);
  return { ...EMPTY, key: what, what, blocks: named(what, compareLines(from, lines)) };
}

/** Which statements were put first: what they say is compared where they were said. */
function highlights(before: MinutesContent, after: MinutesContent): DiffPart {
  const to = highlightLines(after);
  const now = new Map(to.map((line) => [line.key, line]));
  const from = highlightLines(before).map((line) => now.get(line.key) ?? line);
  return { ...EMPTY, key: 'highlights', what: 'highlights', blocks: named('highlights', compareLines(from, to)) };
}

function compareSections(before: MinutesContent, after: MinutesContent): DiffPart[] {
  const from = before.sections.map((section) => linesOfSection(section, before));
  const to = after.sections.map((section) => linesOfSection(section, after));
  const pairs = pairSections(before.sections, after.sections, from, to);
  const asWritten = wholeOf(from.flat(), to.flat());
  for (const [index, other] of pairs.entries()) {
    if (other !== null) to[index] = giveSimilarKeys(from[other] ?? [], to[index] ?? [], asWritten);
  }
  const whole = wholeOf(from.flat(), to.flat());
  const names = (indexes: readonly number[]) => indexes.map(String);
  const steps = stepsBetween(names([...from.keys()]), names(pairs.map((other, index) => other ?? -1 - index)));
  return steps.flatMap((step): DiffPart[] => {
    if (step.change === 'removed') {
      // it is shown where it now stands
      if (pairs.includes(step.before)) return [];
      return [sectionPart(`was-${step.before}`, { was: before.sections[step.before], lines: from[step.before] ?? [] }, {}, whole)];
    }
    const other = pairs[step.after] ?? null;
    const was = other === null ? {} : { was: before.sections[other], lines: from[other] ?? [] };
    const part = sectionPart(`${step.after}`, was, { is: after.sections[step.after], lines: to[step.after] ?? [] }, whole);
    return [step.change === 'added' && other !== null ? { ...part, change: 'moved' } : part];
  });
}

function sectionPart(
  key: string,
  { was, lines: from = [] }: { was?: MinutesSection | undefined; lines?: readonly Line[] },
  { is, lines: to = [] }: { is?: MinutesSection | undefined; lines?: readonly Line[] },
  whole: WholeText,
): DiffPart {
  return {
    ...{ key: `section-${key}`, what: 'section', title: (is ?? was)?.title ?? '' },
    was: was && is && was.title !== is.title ? was.title : null,
    change: was ? (is ? 'same' : 'removed') : 'added',
    blocks: named(`s${key}`, compareLines(from, to, whole)),
  };
}

/** Decisions and actions that are quoted by another number now; what they say is compared where it was said. */
function renumbered(before: MinutesContent, after: MinutesContent): ComparedBlock[] {
  const kinds = { decision: [before.decisions, after.decisions], action: [before.actions, after.actions] } as const;
  const changed = (['decision', 'action'] as const).flatMap((kind) => {
    const [from, to] = kinds[kind];
    const numbers = new Map(from.map(({ blockId, number }) => [blockId, number]));
    return to.flatMap(({ blockId, number, inline }): ComparedBlock[] => {
      const was = numbers.get(blockId);
      if (was === undefined || was === number) return [];
      const text = `\u00A0: ${inline.map((run) => run.text).join('')}`;
      const parts = [...compareForReading(was, number), { text, change: 'same' as const }];
      return [{ key: '', change: 'changed', look: { type: 'paragraph', kind, within: null }, parts }];
    });
  });
  return changed.map((block, index) => ({ ...block, key: `records-${index}` }));
}

function named(prefix: string, blocks: readonly ComparedBlock[]): ComparedBlock[] {
  return blocks.map((block) => ({ ...block, key: `${prefix}-${block.key}` }));
}
