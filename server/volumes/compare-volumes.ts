import type { VersionReason } from '#app/model/minutes.ts';
import type { VolumeChange, VolumeFrame } from '#app/model/volumes.ts';

/** What changed from one version of a volume to the next, in the order of the new one. `titleOf` and `reasons`: of the sessions of the new one. */
export function compareVolumes(
  before: VolumeFrame,
  after: VolumeFrame,
  { titleOf, reasons }: { titleOf: (meetingId: string) => string; reasons: ReadonlyMap<string, VersionReason> },
): VolumeChange[] {
  const changes: VolumeChange[] = [];
  const old = new Map(before.entries.map((entry) => [entry.meetingId, entry]));
  for (const entry of after.entries) {
    const was = old.get(entry.meetingId);
    if (entry.kind !== 'minutes') {
      if (was?.kind === 'minutes') changes.push({ what: 'removed', title: entry.title });
    } else if (was?.kind !== 'minutes') changes.push({ what: 'added', title: titleOf(entry.meetingId) });
    else if (was.version !== entry.version)
      changes.push({
        ...{ what: 'version', title: titleOf(entry.meetingId), from: was.version, to: entry.version },
        reason: reasons.get(entry.meetingId) ?? 'publication',
      });
  }
  const still = new Set(after.entries.map(({ meetingId }) => meetingId));
  for (const entry of before.entries)
    if (entry.kind === 'minutes' && !still.has(entry.meetingId)) changes.push({ what: 'removed', title: titleOf(entry.meetingId) });
  const textsOf = ({ volume, note, annexes, withOrganisations, withIndex }: VolumeFrame) =>
    JSON.stringify([volume, note, annexes, withOrganisations, withIndex]);
  if (textsOf(before) !== textsOf(after)) changes.push({ what: 'texts' });
  const common = (frame: VolumeFrame, other: ReadonlySet<string>) =>
    frame.entries
      .map(({ meetingId }) => meetingId)
      .filter((id) => other.has(id))
      .join();
  if (common(before, still) !== common(after, new Set(old.keys()))) changes.push({ what: 'order' });
  return changes;
}
