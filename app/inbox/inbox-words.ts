import { m } from '#app/messages/compiled/messages.js';
import { type InboxDoor, type InboxKind, type InboxOutcome, PARTSTATS } from '#app/model/inbox.ts';

export const KINDS = {
  reply: m.inbox_kind_reply,
  counter: m.inbox_kind_counter,
  bounce: m.inbox_kind_bounce,
  auto_reply: m.inbox_kind_auto_reply,
  list: m.inbox_kind_list,
  other: m.inbox_kind_other,
} as const satisfies Record<InboxKind, () => string>;

/** What was done, and how it looks: a word, and a colour that only repeats it. */
export const OUTCOMES = {
  recorded: { word: m.inbox_outcome_recorded, look: 'ok' },
  repeated: { word: m.inbox_outcome_repeated, look: 'soft' },
  late: { word: m.inbox_outcome_late, look: 'soft' },
  unproven: { word: m.inbox_outcome_unproven, look: 'warn' },
  unknown_meeting: { word: m.inbox_outcome_unknown_meeting, look: 'soft' },
  not_invited: { word: m.inbox_outcome_not_invited, look: 'warn' },
  started: { word: m.inbox_outcome_started, look: 'soft' },
  cancelled: { word: m.inbox_outcome_cancelled, look: 'soft' },
  not_announced: { word: m.inbox_outcome_not_announced, look: 'soft' },
  delegated: { word: m.inbox_outcome_delegated, look: 'act' },
  unreadable: { word: m.inbox_outcome_unreadable, look: 'late' },
  too_large: { word: m.inbox_outcome_too_large, look: 'late' },
  bounce_recorded: { word: m.inbox_outcome_bounce_recorded, look: 'ok' },
  kept: { word: m.inbox_outcome_kept, look: 'act' },
} as const satisfies Record<InboxOutcome, { word: () => string; look: 'ok' | 'warn' | 'late' | 'act' | 'soft' }>;

export const DOORS = {
  imap: m.inbox_door_imap,
  push: m.inbox_door_push,
  demo: m.inbox_door_demo,
} as const satisfies Record<InboxDoor, () => string>;

const SAID = {
  ACCEPTED: m.attendance_calendar_accepted,
  DECLINED: m.attendance_calendar_declined,
  TENTATIVE: m.attendance_calendar_tentative,
} as const;

/** What is known besides; the answer of a calendar stands first and is a word of its protocol. */
export function detailWords(detail: string): string {
  const [first = '', ...rest] = detail.split(' · ');
  const partstat = PARTSTATS.find((one) => one === first);
  return partstat ? [SAID[partstat](), ...rest].join(' · ') : detail;
}
