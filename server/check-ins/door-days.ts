/** The first and the last moment of an edition, in its own zone: doors serve from the one to the other. */
export function daysOf({ startsOn, endsOn, timeZone }: { startsOn: string; endsOn: string; timeZone: string }): {
  from: Temporal.Instant;
  until: Temporal.Instant;
} {
  const from = Temporal.PlainDate.from(startsOn).toZonedDateTime(timeZone).toInstant();
  const until = Temporal.PlainDate.from(endsOn).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return { from, until };
}

export function opennessAt(
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
  now: Temporal.Instant,
): 'open' | 'early' | 'over' {
  if (Temporal.Instant.compare(now, from) < 0) return 'early';
  return Temporal.Instant.compare(now, until) < 0 ? 'open' : 'over';
}
