import type { MinutesContent } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';
import { findDays } from './french-dates.ts';
import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';
import { firstMatches } from './words.ts';

const HOUR = (name: string) => String.raw`(?<${name}>[01]?\d|2[0-3])[ \u00A0\u202F]?[hH:][ \u00A0\u202F]?(?<${name}m>[0-5]\d)?(?!\d)`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d])${HOUR('from')}[ \u00A0\u202F]{0,2}(?:à|-|–|—|to|a)[ \u00A0\u202F]{0,2}${HOUR('to')}`,
  'gu',
);
/** What opens, breaks and ends this meeting, and no other. */
const OURS = new RegExp(
  `(?:séance|réunion) (?:est )?(?:ouverte|levée|close|suspendue|reprise|débute|commence|s[’']achève|se termine)(?: à| vers) ${HOUR('from')}`,
  'giu',
);

/** Hours that run backwards, and hours of this meeting outside of it. */
export function checkHours(passages: readonly Passage[], content: MinutesContent): Remark[] {
  const when = parseWhen(content.meeting.edtf);
  const held = when?.kind === 'time' ? { day: when.start.slice(0, 10), from: when.start.slice(11), to: when.end.slice(11) } : null;
  const remarks: Remark[] = [];
  for (const passage of passages) {
    for (const found of firstMatches(passage.text, RANGE)) {
      const [from, to] = [hour(found, 'from'), hour(found, 'to')];
      const at = { passage, start: found.index, end: found.index + found[0].length };
      if (to < from && Number(to.slice(0, 2)) > 5) remarks.push({ problem: 'hours_backwards', ...at });
      else if (held && isOf(passage.text, held.day) && (from < held.from || to > held.to))
        remarks.push({ problem: 'hours_outside', ...at, expected: `${held.from}–${held.to}` });
    }
    if (!held) continue;
    for (const found of firstMatches(passage.text, OURS)) {
      const at = hour(found, 'from');
      // some minutes after the end are how meetings are
      if (at >= earlier(held.from) && at <= later(held.to)) continue;
      remarks.push({
        problem: 'hours_outside',
        passage,
        start: found.index,
        end: found.index + found[0].length,
        expected: `${held.from}–${held.to}`,
      });
    }
  }
  return remarks;
}

/** Whether a text tells the meeting's own day, and no other. */
function isOf(text: string, day: string): boolean {
  const days = findDays(text);
  const [year, month, date] = day.split('-').map(Number);
  return days.length > 0 && days.every((one) => one.day === date && one.month === month && (one.year === null || one.year === year));
}

function hour(found: RegExpExecArray, name: 'from' | 'to'): string {
  return `${(found.groups?.[name] ?? '').padStart(2, '0')}:${found.groups?.[`${name}m`] ?? '00'}`;
}

const SLACK_MINUTES = 30;

function earlier(time: string): string {
  return shift(time, -SLACK_MINUTES);
}

function later(time: string): string {
  return shift(time, SLACK_MINUTES);
}

/** Stops at the ends of the day. */
function shift(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = Math.min(24 * 60 - 1, Math.max(0, hours * 60 + rest + minutes));
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
