/** Below this a phone's clock is right: a message takes time too. */
const RIGHT_ENOUGH_MS = 30_000;

/**
 * When something happened by our clock: what the phone says, less how wrong its clock was when it sent it. Never later than
 * now; an instant that cannot be read, or is before there were clocks like ours, is taken for now.
 */
export function placeInTime({ at, sentAt, now }: { at: string; sentAt: string; now: Temporal.Instant }): Temporal.Instant {
  const [happened, sent] = [Date.parse(at), Date.parse(sentAt)];
  const here = now.epochMilliseconds;
  const wrong = Math.abs(here - sent) > RIGHT_ENOUGH_MS ? here - sent : 0;
  return Temporal.Instant.fromEpochMilliseconds(Math.min(happened + wrong, here));
}
