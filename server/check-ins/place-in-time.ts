/** Below this a phone's clock is right: a message takes time too. */
const RIGHT_ENOUGH_MS = 30_000;

/**
 * When something happened by our clock: what the phone says, less how wrong its clock was when it sent it. Never later than
 * now. Both are instants that parse-sync.ts let pass.
 */
export function placeInTime({ at, sentAt, now }: { at: string; sentAt: string; now: Temporal.Instant }): Temporal.Instant {
  // what Temporal reads is more than what Date does: « 20270301T090000Z », a zone in brackets, a leap second
  const [happened = 0, sent = 0] = [at, sentAt].map((instant) => Temporal.Instant.from(instant).epochMilliseconds);
  const here = now.epochMilliseconds;
  const wrong = Math.abs(here - sent) > RIGHT_ENOUGH_MS ? here - sent : 0;
  return Temporal.Instant.fromEpochMilliseconds(Math.min(happened + wrong, here));
}
