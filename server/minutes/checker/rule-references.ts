import type { MinutesContent } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';
import { findDays } from './french-dates.ts';
import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';
import { firstMatches } from './words.ts';

const NUMBER = String.raw`(?:n°\s?)?(?<number>\d{1,2}|[IVX]{1,5}|[A-D])(?![\p{L}\d])`;
const ANNEX = new RegExp(String.raw`(?<![\p{L}])annexes?(?:[ \u00A0]${NUMBER})?`, 'giu');
const TOLD = /(?<![\p{L}])(?:cf|voir|voyez|v)\b\.?|ci-joint|jointe? en|\(\s*$|en annexe/iu;
const POINT = new RegExp(String.raw`(?<![\p{L}])(?:cf\.?|voir|(?:au|du|le)) (?:le )?point[ \u00A0]${NUMBER}`, 'giu');
const RECORD = /(?<![\p{L}\d])(?:décision|action)s?[ \u00A0](?:n°[ \u00A0]?)?(?<letter>[DA])?(?<number>\d{1,3})(?![\p{L}\d])/giu;
const MINUTES_OF = /(?<![\p{L}])(?:cf|voir)\.?[ \u00A0](?:le )?(?:CR|compte[- ]rendu|PV|procès-verbal)(?![\p{L}])/giu;
const RAISED = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((char, digit) => [char, digit]));

/** What the text sends its readers to and they will not find: annexes, points, decisions, notes, minutes of meetings, links. */
export function checkReferences(passages: readonly Passage[], content: MinutesContent, meetingDays: readonly string[] | null): Remark[] {
  const annexes = annexesOf(passages, content);
  return passages.flatMap((passage) => [
    ...checkAnnexes(passage, annexes),
    ...checkPoints(passage, content.agenda.length),
    ...checkRecords(passage, content),
    ...checkNotes(passage, passages),
    ...checkMinutesOf(passage, meetingDays),
    ...checkLinks(passage),
  ]);
}

interface Annexes {
  /** Numbers as written, '' for one without. */
  numbers: ReadonlySet<string>;
  participants: boolean;
}

/** An annex is there when a passage begins with its name and is short, as titles are; the list of participants comes with every minutes. */
function annexesOf(passages: readonly Passage[], { annex }: MinutesContent): Annexes {
  const numbers = new Set<string>();
  for (const { text } of passages) {
    const found = text.length < 200 ? new RegExp(String.raw`^\s*annexes?(?:[ \u00A0]${NUMBER})?\s*(?:[:.–—-]|$)`, 'iu').exec(text) : null;
    if (found) numbers.add(numberOf(found.groups?.number));
  }
  return { numbers, participants: annex.present.length + annex.excused.length > 0 };
}

function checkAnnexes(passage: Passage, annexes: Annexes): Remark[] {
  return firstMatches(passage.text, ANNEX).flatMap((found) => {
    const [start, end] = [found.index, found.index + found[0].length];
    const number = numberOf(found.groups?.number);
    const before = passage.text.slice(Math.max(0, start - 24), start);
    const title = passage.text.slice(0, start).trim() === '';
    // a word in passing (« une annexe au budget ») is not a reference
    if (title || (number === '' && !TOLD.test(before))) return [];
    if (annexes.numbers.has(number) || (number === '' && annexes.numbers.size > 0)) return [];
    const participants = /participant|présent|presence|présence|liste/iu.test(passage.text.slice(Math.max(0, start - 80), start));
    return annexes.participants && (participants || number === '') ? [] : [{ problem: 'annex_missing', passage, start, end }];
  });
}

function checkPoints(passage: Passage, points: number): Remark[] {
  if (points === 0) return [];
  return firstMatches(passage.text, POINT).flatMap((found) => {
    const number = Number(found.groups?.number);
    if (!(number > points)) return [];
    return [
      { problem: 'point_missing' as const, passage, start: found.index, end: found.index + found[0].length, expected: String(points) },
    ];
  });
}

function checkRecords(passage: Passage, { decisions, actions }: MinutesContent): Remark[] {
  return firstMatches(passage.text, RECORD).flatMap((found) => {
    const { letter, number = '' } = found.groups ?? {};
    // « action 2 » may be one of somebody's programme; « décision D2 » is one of ours
    if (!letter) return [];
    const wanted = `${letter.toUpperCase()}${Number(number)}`;
    if ([...decisions, ...actions].some((record) => record.number === wanted)) return [];
    return [{ problem: 'record_missing' as const, passage, start: found.index, end: found.index + found[0].length }];
  });
}

/** A raised figure after a word calls for a note that begins with it. */
function checkNotes(passage: Passage, passages: readonly Passage[]): Remark[] {
  return firstMatches(passage.text, /(?<=[\p{L}»)])[⁰¹²³⁴-⁹]{1,2}(?![\p{L}\d])/gu).flatMap((found) => {
    const raised = found[0];
    // « m² » and « km³ »
    if (/(?<![\p{L}])[kcdm]?m$/u.test(passage.text.slice(Math.max(0, found.index - 3), found.index))) return [];
    const plain = [...raised].map((char) => RAISED.get(char) ?? '').join('');
    const there = passages.some(({ text }) => text.trimStart().startsWith(raised) || text.trimStart().startsWith(`[${plain}]`));
    return there ? [] : [{ problem: 'note_missing' as const, passage, start: found.index, end: found.index + raised.length }];
  });
}

/** « cf. CR réunion 15/01/13 », when the group did not meet that day. */
function checkMinutesOf(passage: Passage, meetingDays: readonly string[] | null): Remark[] {
  if (meetingDays === null) return [];
  return firstMatches(passage.text, MINUTES_OF).flatMap((found) => {
    const end = found.index + found[0].length;
    const day = findDays(passage.text.slice(end, end + 60))[0];
    if (!day || day.year === null) return [];
    const iso = `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
    if (meetingDays.includes(iso)) return [];
    const nearest = meetingDays.find((one) => one.slice(5) === iso.slice(5)) ?? '';
    return [{ problem: 'meeting_missing' as const, passage, start: found.index, end: end + day.end, expected: nearest }];
  });
}

function checkLinks(passage: Passage): Remark[] {
  const nowhere = passage.links.some((href) => href === '#' || href === '');
  const written = /\]\(#?\)/.exec(passage.text);
  if (!nowhere && !written) return [];
  const start = written ? passage.text.lastIndexOf('[', written.index) : 0;
  return [
    { problem: 'link_missing', passage, start: Math.max(0, start), end: written ? written.index + written[0].length : passage.text.length },
  ];
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** '1', 'I' and 'A' are the same annex. */
function numberOf(written: string | undefined): string {
  if (written === undefined) return '';
  const key = nameKey(written);
  const roman = ROMAN.indexOf(key);
  if (roman > 0) return String(roman);
  const letter = 'abcd'.indexOf(key);
  return letter >= 0 ? String(letter + 1) : key;
}
