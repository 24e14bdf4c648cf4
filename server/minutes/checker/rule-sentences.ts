import type { Passage } from './passages.ts';
import type { People } from './people.ts';
import type { Remark } from './report.ts';
import { firstMatches } from './words.ts';

// Words with which no French sentence ends.
const NEVER_LAST = new Set(
  `le la les l d de du des et ou où au aux à un une dans sur pour par avec sans sous vers chez entre dont que qui qu car donc ni mais
   ce cet cette ces mon ma mes son sa ses leur leurs notre nos votre vos est sont sera seront était étaient a ont avait
   en afin parce lorsque puisque si comme ainsi très`
    .split(/\s+/)
    .filter(Boolean),
);
// Some of them do end a sentence: « ce à quoi il y en a », « il est là où elle en est ».
const LAST_AFTER_ALL = new Set([
  'où',
  'a',
  'est',
  'en',
  'si',
  'comme',
  'ainsi',
  'très',
  'mais',
  'car',
  'donc',
  'sans',
  'entre',
  'avec',
  'sont',
  'ont',
  'avait',
]);

/** Sentences that stop in the middle or begin there, announced lists that do not come, brackets left open, empty titles. */
export function checkSentences(passages: readonly Passage[], people: People): Remark[] {
  const introduces = new Set(
    people.mentions.filter(({ start, description }) => start === 0 && description !== '').map(({ passage }) => passage),
  );
  return passages.flatMap((passage) => {
    const next = passages[passage.index + 1];
    if (passage.role === 'speaker' || passage.role === 'person') return [];
    if (passage.role === 'title' || passage.role === 'heading') return checkTitle(passage, next);
    return [
      ...checkEnd(passage, next),
      ...checkItem(passage, passages),
      ...checkIntroduction(passage, next, introduces),
      ...checkStart(passage, passages[passage.index - 1]),
      ...checkMarks(passage, next),
    ];
  });
}

function checkTitle(passage: Passage, next: Passage | undefined): Remark[] {
  const empty = passage.text.trim() !== '' && (!next || (passage.role === 'title' && next.section !== passage.section));
  return empty ? [whole('empty', passage)] : [];
}

function checkEnd(passage: Passage, next: Passage | undefined): Remark[] {
  const text = passage.text.trimEnd();
  if (passage.role === 'cell') return [];
  if (text.trim() === '') return passage.kind === 'text' ? [] : [whole('empty', passage)];
  const end = text.length;
  const last = /([\p{L}’']+)([.,…]?)$/u.exec(text.slice(-40));
  const word = last?.[1]?.toLowerCase().replace(/^.*[’']/u, '') ?? '';
  const stop = last?.[2] ?? '';
  const start = end - (last?.[0].length ?? 0);
  const sentence = passage.role === 'paragraph' && passage.kind !== 'turn';
  // « dans les. » is cut for sure; « … il y en a. » is not
  if (last && word.length > 0 && NEVER_LAST.has(word) && /\s/.test(text) && stop !== '…') {
    const sure = !LAST_AFTER_ALL.has(word) || (stop === '' && sentence && text.length > 60);
    if (sure && stop !== ',') return [{ problem: 'cut_end', passage, start, end }];
  }
  if (text.endsWith(',') && (sentence || next?.role !== passage.role)) return [{ problem: 'cut_end', passage, start, end }];
  if (/\P{L}(?:[dljnscmt]|qu)[’']$/iu.test(text.slice(-4))) return [{ problem: 'cut_end', passage, start: text.length - 2, end }];
  if (text.endsWith('-') && /\p{L}-$/u.test(text)) return [{ problem: 'cut_end', passage, start: Math.max(0, end - 12), end }];
  if (text.endsWith(':') && endsPart(passage, next) && text.length > 1)
    return [{ problem: 'list_missing', passage, start: Math.max(0, start), end }];
  return [];
}

function endsPart(passage: Passage, next: Passage | undefined): boolean {
  if (!next || next.section !== passage.section || next.role === 'speaker') return true;
  return next.role === 'heading' && !/:\s*$/.test(next.text);
}

/** A comma at the end of an item whose neighbours end with a point. */
function checkItem(passage: Passage, passages: readonly Passage[]): Remark[] {
  const neighbours = [passages[passage.index - 1], passages[passage.index + 1]];
  const text = passage.text.trimEnd();
  const odd = passage.role === 'item' && text.endsWith(',') && neighbours.every((one) => one?.role === 'item' && /\.\s*$/.test(one.text));
  return odd ? [{ problem: 'punctuation', passage, start: text.length - 1, end: text.length, expected: '.', replacement: '.' }] : [];
}

/** A person of a list, after whose function a colon stands and nothing but the next person. */
function checkIntroduction(passage: Passage, next: Passage | undefined, introduces: ReadonlySet<Passage>): Remark[] {
  if (passage.kind !== 'text' || !next || !introduces.has(passage) || !introduces.has(next) || !/:\s*$/.test(passage.text)) return [];
  const end = passage.text.trimEnd().length;
  return [{ problem: 'list_missing', passage, start: Math.max(0, end - 30), end }];
}

function checkStart(passage: Passage, before: Passage | undefined): Remark[] {
  if (passage.role !== 'paragraph' || passage.kind !== 'text') return [];
  const first = /^\s*(\p{Ll}[\p{L}’']*)/u.exec(passage.text);
  if (!first?.[1] || first[1].length < 2 || passage.text.trim().length < 30) return [];
  // what goes on after a colon, a list, or a sentence that was cut is not another finding
  // a short line without a point is a title, and nothing goes on from there
  const open = before !== undefined && !/[.!?…»]\s*$/u.test(before.text) && (before.text.length > 60 || /[:,;]\s*$/u.test(before.text));
  const goesOn = before?.section === passage.section && before.role === 'paragraph' && open;
  if (goesOn || before?.role === 'item' || before?.role === 'speaker') return [];
  const start = passage.text.indexOf(first[1]);
  const word = first[1];
  const mended = word.charAt(0).toUpperCase() + word.slice(1);
  return [{ problem: 'cut_start', passage, start, end: start + word.length, expected: mended, replacement: mended }];
}

// Slips of punctuation, and what is meant. No-break spaces are put in when the text is shown.
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\.\s?:/gu, ' :'],
  [/,\s?\)/gu, ')'],
  [/,\s?\./gu, '.'],
  [/(?<!\.)\.\.(?!\.)/gu, '.'],
  [/,\s?,/gu, ','],
  [/([?!])\s?;/gu, '$1'],
  [/\(\s?\)/gu, ''],
  [/;\s?\./gu, '.'],
  // « France- pays », « eux –même »; but « franco- et hispanophone »
  [/(?<!\p{L})(\p{L}{1,40})[-–] (?!et |ou |y )(\p{L}{1,40})/gu, '$1-$2'],
  [/(?<!\p{L})(\p{L}{1,40}) [-–](\p{L}{1,40})/gu, '$1-$2'],
  // « F.Durand »
  [/(?<![\p{L}.])(\p{Lu})\.(\p{Lu}\p{Ll}{2,30})(?!\p{L}*\.\p{L})/gu, '$1. $2'],
  [/(?<!\p{L})(janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)(\d{1,4})/gu, '$1 $2'],
];

function checkMarks(passage: Passage, next: Passage | undefined): Remark[] {
  const { text } = passage;
  const slips = SLIPS.flatMap(([slip, mended]) =>
    firstMatches(text, slip).map((found): Remark => {
      const replacement = found[0].replace(slip, mended);
      return {
        problem: 'punctuation',
        passage,
        start: found.index,
        end: found.index + found[0].length,
        expected: replacement.trim(),
        replacement,
      };
    }),
  );
  return [...slips, ...checkPairs(passage, next)];
}

const PAIRS = [
  ['(', ')'],
  ['«', '»'],
] as const;

function checkPairs(passage: Passage, next: Passage | undefined): Remark[] {
  const { text } = passage;
  if (passage.role === 'cell') return [];
  for (const [open, close] of PAIRS) {
    let depth = 0;
    let last = -1;
    for (let at = 0; at < text.length; at++) {
      const char = text[at];
      // « a) » and « 1) » number a list
      if (char === close && open === '(' && depth === 0) continue;
      if (char === open) {
        depth++;
        last = at;
      } else if (char === close) depth = Math.max(0, depth - 1);
    }
    const closedBelow = next?.section === passage.section && next.text.includes(close);
    if (depth > 0 && !closedBelow) return [{ problem: 'unclosed', passage, start: last, end: Math.min(text.length, last + 30) }];
  }
  return [];
}

function whole(problem: 'empty', passage: Passage): Remark {
  return { problem, passage, start: 0, end: passage.text.length };
}
