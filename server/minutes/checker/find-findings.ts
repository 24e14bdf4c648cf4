import { type Finding, NOTHING_KNOWN } from '#app/model/checker.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { composeMinutes } from '#server/minutes/compose-minutes.ts';
import type { Services } from '#server/services.ts';
import { checkMinutes } from './check-minutes.ts';

/** What the checker finds in the minutes as they would be published now, without what organisers have set aside. */
export async function findFindings(services: Services, scope: MeetingScope): Promise<Finding[]> {
  const { content } = await composeMinutes(services, scope);
  return checkMinutes(content, NOTHING_KNOWN);
}
