import type { Visibility } from '#app/model/groups.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findMinutesState, findVisibility } from '#db/minutes/read.ts';
import type { Services } from '#server/services.ts';
import type { ComposedMinutes } from './compose-edition.ts';
import { composeMinutes } from './compose-minutes.ts';

export interface MinutesPreview extends ComposedMinutes {
  /** Number that the next published version will have. */
  next: number;
  visibility: Visibility;
}

/** The minutes as they would be published now; `highlights` (block ids) try out another « L’essentiel » and keep nothing. */
export async function previewMinutes(services: Services, scope: MeetingScope, highlights?: string[]): Promise<MinutesPreview> {
  const [composed, state, visibility] = await Promise.all([
    composeMinutes(services, scope, { highlights }),
    findMinutesState(services.db, scope),
    findVisibility(services.db, scope),
  ]);
  return { ...composed, next: (state?.latest ?? 0) + 1, visibility };
}
