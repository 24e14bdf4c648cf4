import { m } from '#app/messages/compiled/messages.js';
import type { ShownBadge } from '#server/live-polls/show-badge.ts';
import type { VotedInRoom } from '#server/live-polls/vote-in-room.ts';

export type RoomRefusal = Exclude<VotedInRoom | ShownBadge, { ok: true }>['reason'];

const WORDS: Record<RoomRefusal, () => string> = {
  'poll-unknown': m.live_polls_refused_poll_unknown,
  'poll-closed': m.live_polls_refused_poll_closed,
  'option-unknown': m.live_polls_refused_option_unknown,
  'meeting-closed': m.live_polls_room_over,
  'no-cookie': m.live_polls_room_refused_no_cookie,
  'badge-needed': m.live_polls_room_refused_badge_needed,
  'badge-unknown': m.live_polls_room_refused_badge_unknown,
  'other-edition': m.live_polls_room_refused_other_edition,
  'too-often': m.live_polls_room_refused_too_often,
  'room-full': m.live_polls_room_refused_room_full,
};

/** Why a vote or a badge was not taken, and what to do. */
export const roomRefusalWords = (reason: RoomRefusal) => WORDS[reason]();

export function statusOf(reason: RoomRefusal): number {
  if (reason === 'too-often' || reason === 'room-full') return 429;
  if (reason === 'poll-unknown' || reason === 'poll-closed' || reason === 'meeting-closed') return 409;
  return 422;
}
