import { ATTENDANCE_ROLES } from '#app/model/attendance.ts';
import type { ImportedHeader, SourcePart } from '#app/model/imports.ts';
import { MEETING_LIMITS, type MeetingKind } from '#app/model/meetings.ts';
import { readDate } from './dates.ts';
import type { People } from './people.ts';
import { lineOf } from './runs.ts';
import { CIVILITY, FACILITATED, FUNCTION, NAME, PEOPLE, SECTION } from './words.ts';

const MOST_LINES = 25;
const DATE_WORDS =
  /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|\d{1,2}\s?h|\d{1,2}er|le |du |de |au |à |date\s?:/giu;
const ONLINE = /visio|zoom|teams|webex|en ligne|webinaire|distanciel/iu;
const PLACE =
  /^(?:lieu\s*:\s*|à\s+(?=\p{Lu}.*\d{5}))(.+)$|^((?:salle|maison|mairie|hôtel de ville|siège|auditorium|palais|centre)\s\p{Lu}?.*|(?=.*\b\d{5}\b).{8,200})$/iu;
const ACCESS = /^(?:métro|metro|rer|tram(?:way)?|bus|accès)\b/iu;
const BANAL = /^(?:comptes?[- ]?rendus?|relevé de (?:décisions|conclusions)|procès[- ]verbal|cr)(?:\s*:)?$/iu;

/** What the first lines of a paper say of the meeting, and which parts they are. */
export function readHeader(source: readonly SourcePart[], people: People): { header: ImportedHeader; parts: Set<number> } {
  const lines = headLines(source);
  const used = new Set<number>();
  const when = readDate(lines);
  const header: ImportedHeader = {
    title: { value: '', confidence: 'unsure', part: null },
    kind: { value: 'group_meeting', confidence: 'unsure', part: null },
    when: { value: when.edtf, confidence: when.confidence, part: when.part },
    placeName: { value: '', confidence: 'unsure', part: null },
    placeAddress: { value: '', confidence: 'unsure', part: null },
    placeAccess: { value: '', confidence: 'unsure', part: null },
    timeZone: { value: '', confidence: 'unsure', part: null },
  };
  for (const { text, part } of lines) {
    if (takePlace(header, text, part) || takeFacilitators(people, text, part)) used.add(part);
    else if (isDateLine(text) || BANAL.test(text)) used.add(part);
  }
  const free = lines.filter(({ text, part }) => !used.has(part) && text.length >= 6 && !BANAL.test(text));
  // a file that has titles names the meeting in one; above it often stands who held it
  const title =
    free.find(({ part }) => source[part]?.shape === 'heading' && source[part].level === 1) ??
    free[0] ??
    lines.find(({ text }) => text.length >= 6);
  if (title) {
    used.add(title.part);
    header.title = { value: titled(title.text, source).slice(0, MEETING_LIMITS.title), confidence: 'likely', part: title.part };
  }
  header.kind = kindOf(lines.map(({ text }) => text).join('\n'), header.title.part);
  return { header, parts: used };
}

/** Up to the first people, the first long paragraph, the first titled part. */
function headLines(source: readonly SourcePart[]): { text: string; part: number }[] {
  const lines: { text: string; part: number }[] = [];
  for (const [part, { shape, inline }] of source.slice(0, MOST_LINES).entries()) {
    const text = lineOf(inline);
    const ends =
      shape === 'row' || shape === 'item' || text.length > 260 || (lines.length > 0 && (SECTION.test(text) || PEOPLE.test(text)));
    if (ends) break;
    if (text !== '') lines.push({ text, part });
  }
  return lines;
}

/** A line that says when, and nothing besides. */
function isDateLine(text: string): boolean {
  return /\d/.test(text) && text.length <= 90 && (text.replace(DATE_WORDS, '').match(/\p{L}/gu)?.length ?? 0) <= 4;
}

function takePlace(header: ImportedHeader, text: string, part: number): boolean {
  if (text.length > 200) return false;
  if (ACCESS.test(text) && header.placeAccess.value === '') {
    header.placeAccess = { value: text.slice(0, MEETING_LIMITS.placeAccess), confidence: 'likely', part };
    return true;
  }
  if (header.placeName.value !== '') return false;
  if (ONLINE.test(text) && text.length < 60) {
    header.placeName = { value: text.replace(/^lieu\s*:\s*/iu, ''), confidence: 'likely', part };
    return true;
  }
  const found = PLACE.exec(text);
  const place = (found?.[1] ?? found?.[2] ?? '').replace(/[.;]$/, '');
  if (place === '') return false;
  const [name = '', ...address] = place.split(/,\s+| [–-] /u);
  header.placeName = { value: name.slice(0, MEETING_LIMITS.placeName), confidence: 'likely', part };
  header.placeAddress = { value: address.join(', ').slice(0, MEETING_LIMITS.placeAddress), confidence: 'likely', part };
  return true;
}

const NAMED = new RegExp(`^(?:${CIVILITY} )?${NAME}`, 'u');

function takeFacilitators(people: People, text: string, part: number): boolean {
  const label = FACILITATED.exec(text)?.[0];
  if (!label || text.length > 250) return false;
  for (const one of text
    .slice(label.length)
    .replace(/\.$/, '')
    .split(/\s+et\s+(?=\p{Lu})|\s*;\s*/u)) {
    const written = NAMED.exec(one)?.[0];
    if (!written) continue;
    const name = upToFamilyName(written);
    const behind = one.slice(name.length).replace(/^[\s,(–-]+/u, '');
    const place = FUNCTION.test(behind) || behind === '' ? { place: behind } : whereAndWhat(behind);
    people.add({ name, ...place, role: ATTENDANCE_ROLES[1], found: 'header', confidence: 'likely', part });
  }
  return true;
}

/** « Lise DOUMAT Communauté Urbaine »: a family name in capitals ends the name. */
function upToFamilyName(written: string): string {
  return /^.*?\p{Lu}{2,}[\p{Lu}'’-]*(?=\s\p{Lu}\p{Ll})/u.exec(written)?.[0] ?? written;
}

/** « Communauté urbaine de Bordeaux, directrice des relations internationales ». */
function whereAndWhat(text: string): { function: string; organisation: string } {
  const [organisation = '', ...role] = text.split(/,\s*/);
  return { organisation, function: role.join(', ') };
}

function kindOf(head: string, part: number | null): ImportedHeader['kind'] {
  const guess = (value: MeetingKind, confidence: 'likely' | 'unsure') => ({ value, confidence, part });
  if (/webinaire/iu.test(head)) return guess('webinar', 'likely');
  if (/feuille de route/iu.test(head)) return guess('other', 'likely');
  if (/journée|rencontres?\b|séminaire|colloque|atelier/iu.test(head)) return guess('thematic', 'likely');
  if (/groupe[- ](?:pays|thématique)|comité|commission|réunion/iu.test(head)) return guess('group_meeting', 'likely');
  return guess('group_meeting', 'unsure');
}

/** A title in capitals throughout is written small, but for its first letter and the words that have a capital elsewhere in the paper. */
function titled(text: string, source: readonly SourcePart[]): string {
  const plain = text.replace(/^[\s«"“]+(?=[^»"”]*$)|\s*[:–-]$/gu, '').trim();
  if (plain !== plain.toUpperCase() || plain.length < 12) return plain;
  const words = source.map((part) => lineOf(part.inline)).join('\n');
  const small = plain.replace(/(\()?(\p{Lu}+)/gu, (_, bracket: string | undefined, word: string) => {
    const name = word.charAt(0) + word.slice(1).toLowerCase();
    const isName = new RegExp(`(?<=\\p{Ll} )${name}(?!\\p{L})`, 'u').test(words);
    return bracket ? `(${word}` : isName ? name : word.toLowerCase();
  });
  return small.charAt(0).toUpperCase() + small.slice(1);
}
