import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Services } from '#server/services.ts';
import { composeEditions } from './compose-minutes.ts';

/** Both editions of one text. */
export interface Editions {
  public: MinutesContent;
  internal: MinutesContent;
}

/** Both editions as they are composed now; `highlights` (block ids) stand in for the choice kept with the minutes. */
export function editionsNow(services: Services, scope: MeetingScope, highlights?: string[]): Promise<Editions> {
  return composeEditions(services, scope, { highlights });
}
