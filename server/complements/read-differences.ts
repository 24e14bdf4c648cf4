import type { VersionDiff } from '#app/model/version-diff.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readNotesAsOf } from '#db/complements/read-opening.ts';
import { readMeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { compareVersions } from '#server/minutes/compare-versions.ts';
import { compose } from '#server/minutes/compose-edition.ts';
import { DRAFT, readChanges } from '#server/minutes/read-changes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';

interface Since {
  slug: string;
  /** The latest version; 0: none is out. */
  latest: number;
  /** Instant at which the review was opened. */
  openedAt: string | null;
}

/** What changed in the draft since the latest version, or where none is out since the review was opened; null: nothing is there to compare with. */
export async function readDifferences(
  services: Services,
  { scope, viewer }: { scope: OrganisedMeeting; viewer: Viewer },
  { slug, latest, openedAt }: Since,
): Promise<VersionDiff | null> {
  if (latest > 0) return (await readChanges(services, viewer, slug, { from: `${latest}`, to: DRAFT, edition: null })).diff;
  if (openedAt === null) return null;
  const before = await readNotesAsOf(services.db, scope, openedAt);
  if (before.length === 0) return null;
  const [meeting, now] = await Promise.all([readMeetingForMinutes(services.db, scope), readNotes(services, scope)]);
  const content = (sections: typeof now) =>
    compose(meeting, new Map(sections.map(({ agendaItemId, blocks }) => [agendaItemId, blocks])), 'internal').content;
  return compareVersions(content(before), content(now));
}
