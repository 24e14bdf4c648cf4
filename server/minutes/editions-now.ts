import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Services } from '#server/services.ts';
import { composeMinutes } from './compose-minutes.ts';

/** Both editions of one text. */
export interface Editions {
  public: MinutesContent;
  internal: MinutesContent;
}

/** Both editions as they are composed now; `highlights` (block ids) stand in for the choice kept with the minutes. */
export async function editionsNow(services: Services, scope: MeetingScope, highlights?: string[]): Promise<Editions> {
  const { content } = await composeMinutes(services, scope, highlights);
  return { public: content, internal: { ...content, edition: 'internal' } };
}
