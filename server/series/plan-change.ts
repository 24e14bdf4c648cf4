import { createHash } from 'node:crypto';
import type { Recurrence } from '#app/model/recurrence.ts';
import type { Following } from '#db/series/read-following.ts';
import { type DateRow, edtfOf, ruleEdtf } from './date-rows.ts';
import { matchDates } from './match-dates.ts';

/** What a change of the rule does to one meeting. `on`: the day of the new rule that it stands for. */
export type MeetingChange = { meeting: Following } & (
  | { what: 'stays' | 'moves'; on: string; edtf: string; seriesEdtf: string }
  /** Changed by hand: its date stays; null: the new rule has no day for it. */
  | { what: 'own'; on: string | null; seriesEdtf: string }
  /** No date of the new rule: an announced one is cancelled, a draft is thrown away. */
  | { what: 'ends' }
  /** Cancelled before. */
  | { what: 'off'; on: string | null; seriesEdtf: string }
);

export interface ChangePlan {
  changes: MeetingChange[];
  /** Dates without a meeting so far. */
  added: DateRow[];
}

/** What becomes of the following meetings under a new rule, of which `kept` are the dates. Nothing is written. */
export function planChange(following: readonly Following[], kept: readonly DateRow[], recurrence: Recurrence): ChangePlan {
  const days = kept.map(({ on }) => on);
  const matched = matchDates(
    following.map(({ seriesOn }) => seriesOn),
    days,
    recurrence.pattern,
  );
  const rows = new Map(kept.map((row) => [row.on, row]));
  const changes = following.map((meeting) => changeOf(meeting, rows.get(matched.get(meeting.seriesOn) ?? ''), recurrence));
  const used = new Set(matched.values());
  return { changes, added: kept.filter(({ on }) => !used.has(on)) };
}

function changeOf(meeting: Following, row: DateRow | undefined, recurrence: Recurrence): MeetingChange {
  const { status, edtf, seriesEdtf, timeZone } = meeting;
  const given = row && (ruleEdtf(recurrence, row.on) ?? edtfOf(row));
  const stands = { on: row?.on ?? null, seriesEdtf: given ?? seriesEdtf };
  if (status === 'cancelled') return { meeting, what: 'off', ...stands };
  if (edtf !== seriesEdtf) return { meeting, what: 'own', ...stands };
  if (!row || !given) return { meeting, what: 'ends' };
  const to = edtfOf(row);
  const same = to === edtf && timeZone === recurrence.timeZone;
  return { meeting, what: same ? 'stays' : 'moves', on: row.on, edtf: to, seriesEdtf: given };
}

/** A short name for a plan, by which the organiser confirms the one that was shown. */
export function digestOf({ changes, added }: ChangePlan): string {
  const lines = changes.map(({ meeting: { id, edtf, status }, ...change }) => [
    id,
    edtf,
    status,
    change.what,
    'edtf' in change ? change.edtf : '',
  ]);
  return createHash('sha256')
    .update(JSON.stringify([lines, added.map(edtfOf)]))
    .digest('base64url')
    .slice(0, 22);
}
