import type { Finding, KnownNames } from '#app/model/checker.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';

/** What is wrong, or may be, in minutes: pure, linear in their length. `known`: see `KnownNames`; what it lacks is not checked. */
export function checkMinutes(_content: MinutesContent, _known: KnownNames): Finding[] {
  return [];
}
