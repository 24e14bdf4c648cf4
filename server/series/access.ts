import { mint, type SeriesScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findSeriesForAccess } from '#db/series/access.ts';
import { enterGroup } from '#server/groups/access.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { maySeeSeries } from './policy.ts';

/** A series that the viewer organises: what verbs that change it ask for. */
export type OrganisedSeries = SeriesScope & { can: { organise: true } };

/** Gate of the page of a series. Throws 404 (or asks a visitor to sign in) when it may not be seen; `id` is a UUID or null. */
export async function enterSeries(services: Services, viewer: Viewer | null, id: string | null, path: string): Promise<SeriesScope> {
  const series = id ? await findSeriesForAccess(services.db, id) : undefined;
  if (!series) return refuse(viewer, path);
  const group = await enterGroup(services, viewer, series.groupSlug, path);
  if (!maySeeSeries(group.can, series)) return refuse(viewer, path);
  return mint<SeriesScope>({ seriesId: series.id, groupId: group.groupId, can: group.can });
}

/** Gate of what only the organisers of its group do. */
export async function organiseSeries(services: Services, viewer: Viewer | null, id: string | null, path: string): Promise<OrganisedSeries> {
  const scope = await enterSeries(services, viewer, id, path);
  if (!viewer) return refuse(viewer, path);
  if (!scope.can.organise) return notFound();
  return scope as OrganisedSeries;
}

/** A meeting of an organised series: whoever organises the group organises its meetings (server/meetings/policy.ts). */
export function meetingOfSeries({ groupId }: OrganisedSeries, meetingId: string): OrganisedMeeting {
  const can = {
    organise: true,
    seeAttendees: true,
    seeOnlineLink: true,
    readNotes: true,
    writeNotes: false,
    report: true,
    arrange: true,
  } as const;
  return mint<OrganisedMeeting>({ meetingId, groupId, can, attendanceId: null });
}
