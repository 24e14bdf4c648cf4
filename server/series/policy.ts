import type { Visibility } from '#app/model/groups.ts';
import type { GroupAbilities } from '#app/model/scope.ts';

/** Organisers always; members once one of its meetings was announced; others when it is public as well. */
export function maySeeSeries(can: GroupAbilities, series: { visibility: Visibility; announced: boolean }): boolean {
  if (can.organise) return true;
  return series.announced && (series.visibility === 'public' || can.seeMembers);
}
