import type { NetworkScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';

/** People are listed to those who belong to a group; organisations to everyone. */
export function maySeePeople(scope: NetworkScope): boolean {
  return scope.groupIds === 'all' || scope.groupIds.length > 0;
}

/** Whoever organises a group that the person belongs to keeps their record right. */
export function mayEditPerson(viewer: Viewer, organisesGroupOfTheirs: boolean): boolean {
  return viewer.networkOrganiser || organisesGroupOfTheirs;
}

/** An address is the key to everything its owner may see: an organiser changes it only of people known to their own groups alone. */
export function mayChangeAddress(viewer: Viewer, knownElsewhere: boolean): boolean {
  return viewer.networkOrganiser || !knownElsewhere;
}
