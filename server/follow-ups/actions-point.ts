import { createHash } from 'node:crypto';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_LIMITS } from '#app/model/agenda.ts';
import { formatDay } from '#app/model/format-when.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { type CarriedPoint, countOpenActions, listPublicActions } from '#db/follow-ups/carry-over.ts';

const ACTIONS_MINUTES = 10;
const NAMED = 30;

/** The point « Suivi des actions », with what everybody may read of the open ones; null when none is open. */
export async function actionsPoint(trx: Trx, scope: MeetingScope, id: string): Promise<(CarriedPoint & { id: string }) | null> {
  const open = await countOpenActions(trx, scope);
  if (open === 0) return null;
  const actions = await listPublicActions(trx, scope, { limit: NAMED });
  const lines: string[] = [];
  let left: number = AGENDA_LIMITS.summary - 100;
  for (const { number, body, owner, dueOn } of actions) {
    const facts = [owner || m.follow_ups_nobody(), dueOn ? formatDay(dueOn, getLocale()) : m.follow_ups_without_date()].join(', ');
    const line = m.follow_ups_carry_item_line({ number, body, facts });
    left -= [...line].length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  if (open > lines.length) lines.push(m.follow_ups_carry_item_more({ count: open - lines.length }));
  return {
    ...{ id, carriedFrom: null, title: m.follow_ups_carry_item_title(), kind: 'information' },
    ...{ durationMinutes: ACTIONS_MINUTES, summary: lines.join('\n') },
  };
}

/** One such point a meeting, however often and by whom it is asked for: its id comes from the meeting's (RFC 9562, version 8). */
export function idOfActionsPoint(meetingId: string): string {
  const bytes = createHash('sha256').update(`follow-up of actions ${meetingId}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
