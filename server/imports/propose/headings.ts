import { guessOrganisationKind } from '#app/model/directory.ts';
import type { Confidence, SourcePart } from '#app/model/imports.ts';
import { personOfLine } from './people-line.ts';
import { lineOf } from './runs.ts';
import { speakerOf } from './speaker-line.ts';
import { ROLE_LABEL, SECTION, TAKEAWAY } from './words.ts';

const ARABIC = /^(\d{1,2})\s?[-–—.)]\s*(?=[\p{Lu}«"“])/u;
const ROMAN = /^(?:[IVX]{1,5})\s?[-–—.)]\s*(?=\S)/u;
const LABELLED = /^(?:\S+ ?){1,3}\s?:\s.{15,}/u;
const DATED = /^(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{1,2}(?:er)? |\d{1,2} ?h)/iu;
const CONTENTS = /(?:\t|\.{4,}|…{2,})\s*\d{1,3}$/u;

export interface Titled {
  as: 'section' | 'heading';
  confidence: Confidence;
}

/**
 * Which parts are titles, and of which rank: those the file marks as such; numbered lines; words that such papers use for
 * their parts; short lines that stand before a paragraph and end no sentence.
 */
export function readHeadings(source: readonly SourcePart[], taken: ReadonlySet<number>): Map<number, Titled> {
  const titles = new Map<number, Titled>();
  const numbered = source.flatMap((part, index) => (isNumbered(part, ARABIC) && !taken.has(index) ? [index] : []));
  const numbersAreSections = countsUp(numbered.map((index) => Number(ARABIC.exec(lineOf(source[index]?.inline ?? []))?.[1])));
  const highest = Math.min(...source.filter((part, index) => part.shape === 'heading' && !taken.has(index)).map((part) => part.level), 6);
  let annex = false;
  source.forEach((part, index) => {
    if (taken.has(index)) return;
    const text = lineOf(part.inline);
    annex ||= /^annexe/iu.test(text);
    if (part.kind !== null || text === '') return;
    if (part.shape === 'heading') titles.set(index, { as: part.level <= highest ? 'section' : 'heading', confidence: 'sure' });
    else if (part.shape !== 'paragraph' || CONTENTS.test(part.inline.map((run) => run.text).join(''))) return;
    else if (isNumbered(part, ARABIC)) titles.set(index, { as: numbersAreSections ? 'section' : 'heading', confidence: 'likely' });
    else if (isNumbered(part, ROMAN)) titles.set(index, { as: numbersAreSections ? 'heading' : 'section', confidence: 'likely' });
    else if (SECTION.test(text) && text.length < 90 && !/[,;.]$/.test(text) && !/, /.test(text))
      titles.set(index, { as: numbersAreSections ? 'heading' : 'section', confidence: 'sure' });
    else if (standsAlone(part, text, source[index + 1]))
      titles.set(index, { as: numbersAreSections || annex ? 'heading' : 'section', confidence: 'unsure' });
  });
  return titles;
}

function isNumbered(part: SourcePart, numbers: RegExp): boolean {
  const text = lineOf(part.inline);
  return (
    part.shape === 'paragraph' &&
    text.length <= 300 &&
    numbers.test(text) &&
    !/[.;,]$/.test(text) &&
    !CONTENTS.test(part.inline.map((run) => run.text).join(''))
  );
}

/** 1, 2, 3… (or from 0) once through the paper: its own parts, and not the points within one of them. */
function countsUp(numbers: readonly number[]): boolean {
  return (
    numbers.length >= 4 && (numbers[0] ?? 9) <= 1 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
  );
}

function standsAlone(part: SourcePart, text: string, next: SourcePart | undefined): boolean {
  if (text.length > 110 || text.length < 5 || !/^[\p{Lu}«"“]/u.test(text)) return false;
  if (/[.;:,!?…]$/u.test(text.replace(/[»"”]$/u, '')) || /@|\d{5}|https?:|www\./.test(text)) return false;
  if (DATED.test(text) || LABELLED.test(text) || guessOrganisationKind(text) !== 'other' || personOfLine(text, { part: 0, listed: false }))
    return false;
  if (TAKEAWAY.test(text) || ROLE_LABEL.test(text) || speakerOf(text) || !next) return false;
  const bold = part.inline.every((run) => run.bold);
  const following = lineOf(next.inline);
  const quoted = /^[“"]/u.test(text);
  return (
    !quoted &&
    (bold
      ? text.split(' ').length >= 2
      : following.length >= 100 || next.shape === 'item' || next.shape === 'row' || /:$/.test(following) || ARABIC.test(following))
  );
}
