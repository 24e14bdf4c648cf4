import { type Edition, type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import type { Occurrence, Redaction } from '#app/model/redaction.ts';

/** Members of the published tree that no reader reads. */
const SILENT: ReadonlySet<string> = new Set([
  ...['format', 'edition', 'language', 'type', 'kind', 'anchor', 'blockId', 'id', 'slug', 'edtf', 'timeZone', 'attribution', 'answer'],
  ...['speakerId', 'assigneeId', 'due', 'day', 'number', 'level', 'minutes'],
]);

/** An edition with these words redacted wherever they stand: in statements, names, tables, notes. Nothing else is another. */
export function redactContent(content: MinutesContent, redaction: Redaction): MinutesContent {
  const redacted = redaction.json(content, SILENT) as MinutesContent;
  return withSpeakingAnchors(content, redacted);
}

/** The anchor of a section is made of its title: where that is redacted, the anchor goes with it. */
function withSpeakingAnchors(content: MinutesContent, redacted: MinutesContent): MinutesContent {
  const renamed = new Map(
    content.sections.flatMap(({ title, anchor }, index) =>
      redacted.sections[index]?.title === title ? [] : [[anchor, `section-${index + 1}`] as const],
    ),
  );
  if (renamed.size === 0) return redacted;
  const anew = <T extends { anchor: string | null }>(each: T): T => ({ ...each, anchor: renamed.get(each.anchor ?? '') ?? each.anchor });
  return {
    ...redacted,
    agenda: redacted.agenda.map(anew),
    synthesis: redacted.synthesis.map(anew),
    sections: redacted.sections.map(anew),
  };
}

/** One place in a version where the words stand. */
export interface FoundWords {
  edition: Edition;
  part: keyof MinutesContent;
  /** Title of the section; '' in another part. */
  section: string;
  text: string;
  found: Occurrence[];
}

/** Every place of an edition in which the words stand, in the order of the page. */
export function findInContent(content: MinutesContent, redaction: Redaction): FoundWords[] {
  const { sections, ...around } = content;
  const places = [
    ...sections.flatMap(({ title, entries }) =>
      [title, ...textsIn(entries)].map((text) => ({ part: 'sections', section: title, text }) as const),
    ),
    ...(Object.keys(around) as (keyof typeof around)[]).flatMap((part) =>
      SILENT.has(part) ? [] : textsIn(around[part]).map((text) => ({ part, section: '', text })),
    ),
  ];
  return places.flatMap(({ text, ...where }) => {
    const found = redaction.find(text);
    return found.length > 0 ? [{ edition: content.edition, ...where, text, found }] : [];
  });
}

/** All that people read in a part of the tree. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const runs =
      value.length > 0 && value.every((each) => typeof each === 'object' && each !== null && 'text' in each && !('kind' in each));
    return runs ? [textOf(value)] : value.flatMap(textsIn);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (SILENT.has(key) ? [] : textsIn(member)));
}
