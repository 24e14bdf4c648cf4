import type { OwnVotes, PollFaults } from '#app/model/live-polls.ts';

/** Why something about a poll was not done. */
const POLL_REFUSALS = [
  'poll-open',
  'poll-closed',
  'poll-unknown',
  'option-unknown',
  'point-unknown',
  'section-locked',
  'too-large',
  'meeting-closed',
  'proposal-unknown',
  'offline',
] as const;
export type PollRefusal = (typeof POLL_REFUSALS)[number];

/** What the page is told after it sent something about a poll. */
export type PollAnswer =
  | { ok: true; own: OwnVotes }
  | { ok: false; reason: PollRefusal }
  | { ok: false; reason: 'faults'; faults: PollFaults };

export function refusalOf(text: string | null): PollRefusal | null {
  return POLL_REFUSALS.find((one) => one === text) ?? null;
}
