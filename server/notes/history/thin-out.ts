import type { VersionReason } from '#app/model/note-history.ts';

/**
 * WHICH VERSIONS OF A SECTION ARE KEPT: all of the last hour; of the day before that, the last of each ten minutes; of
 * earlier ones, the last of each hour. The version of the meeting's closing and those around a restore stay among them.
 * Never more than two hundred, the newest. All of them go when the minutes are published (erase-history.ts).
 */
const ALL_FOR = { hours: 1 };
const TEN_MINUTES_FOR = { hours: 25 };
const MOST = 200;
const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 3_600_000;

export interface KeptVersion {
  id: string;
  /** Instant. */
  savedAt: string;
  reason: VersionReason;
}

/** Ids of the versions of one section that are no longer kept at `now`. `versions`: the newest first. */
export function versionsToDrop(versions: readonly KeptVersion[], now: Temporal.Instant): string[] {
  const [recent, today] = [now.subtract(ALL_FOR).epochMilliseconds, now.subtract(TEN_MINUTES_FOR).epochMilliseconds];
  const taken = new Set<string>();
  let kept = 0;
  return versions.flatMap(({ id, savedAt, reason }) => {
    const at = Temporal.Instant.from(savedAt).epochMilliseconds;
    const step = at > recent ? 0 : at > today ? TEN_MINUTES_MS : HOUR_MS;
    const slot = step === 0 || reason !== 'pause' ? id : `${step} ${Math.floor(at / step)}`;
    if (taken.has(slot) || kept >= MOST) return [id];
    taken.add(slot);
    kept += 1;
    return [];
  });
}
