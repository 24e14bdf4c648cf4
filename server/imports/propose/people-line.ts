import type { AttendanceRole } from '#app/model/attendance.ts';
import type { FoundPerson } from './people.ts';
import { CIVILITY, FUNCTION, NAME, ROLE_LABEL } from './words.ts';

// 64 characters are the longest local part (RFC 5321, 4.5.3.1.1), and keep a long line from being read again and again
const EMAIL = /[^\s@<>()|,;]{1,64}@[^\s@<>()|,;]+\.[\p{L}]{2,}/u;
const LINE = new RegExp(String.raw`^((?:${CIVILITY} )?${NAME}) ?(?:(?:,| [–-])\s?(.{2,300}?)|\(([^()]{2,200})\))[\s;.:]*$`, 'u');
const NAME_ONLY = new RegExp(String.raw`^((?:${CIVILITY} )?${NAME})[\s;.]*$`, 'u');

/** The role that a label gives, and how many characters it takes. */
export function roleLabel(line: string): { role: AttendanceRole; length: number } | null {
  const found = ROLE_LABEL.exec(line);
  if (!found) return null;
  const word = (found[1] ?? '').toLowerCase();
  const role = /anim|modér/.test(word) ? 'facilitator' : /présid/.test(word) ? 'chair' : /interpr/.test(word) ? 'interpreter' : 'speaker';
  return { role, length: found[0].length };
}

/**
 * Somebody named on a line of their own: « Anne Roux, directrice de la culture à la ville de Bordeaux ; ». Outside of a list
 * of people (`listed`) only when a function follows the name.
 */
export function personOfLine(line: string, { part, listed }: { part: number; listed: boolean }): FoundPerson | null {
  const email = EMAIL.exec(line)?.[0] ?? '';
  const text = line.replace(EMAIL, '').replace(/\s+/g, ' ').trim();
  const found = LINE.exec(text);
  if (found) {
    const [, name = '', behind, within = ''] = found;
    const place = behind ?? within;
    const isFunction = FUNCTION.test(place);
    if (!isFunction && !listed) return null;
    if (!isFunction && /[.!?] \p{Lu}/u.test(place)) return null;
    return { name, place, email, found: 'list', confidence: isFunction ? 'likely' : 'unsure', part };
  }
  const alone = listed ? NAME_ONLY.exec(text) : null;
  return alone ? { name: alone[1] ?? '', place: '', email, found: 'list', confidence: 'unsure', part } : null;
}
