import { createHash } from 'node:crypto';
import type { Edition, MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Services } from '#server/services.ts';
import { composeEditions } from './compose-minutes.ts';
import { canonical } from './seal-content.ts';

/** Both editions of one text. */
export type Editions = Record<Edition, MinutesContent>;

/** Hash of the minutes as they are composed now, for their approval; null while there is nothing to approve. */
export async function hashForApproval(services: Services, scope: MeetingScope): Promise<Buffer | null> {
  const editions = await composeEditions(services, scope);
  return editions.internal.sections.length === 0 ? null : approvalHash(editions);
}

/** SHA-256 of what both editions say: the same hash, the same text. Kept inside, so it needs no salt. */
export function approvalHash(editions: Editions): Buffer {
  return createHash('sha256')
    .update(canonical([wordsOf(editions.public), wordsOf(editions.internal)]), 'utf8')
    .digest();
}

/** Whether two editions say the same, whichever they are and whatever notes came with them. */
export function saysTheSame(a: MinutesContent, b: MinutesContent): boolean {
  return canonical(wordsOf(a)) === canonical(wordsOf(b));
}

/**
 * What was said and decided: not the errata that come with a publication, nor the group's next meetings, which are planned
 * meanwhile and change no word of this one, nor under which ids people stand on the list.
 */
function wordsOf({ edition: _edition, notes: _notes, nextSteps, ...content }: MinutesContent): unknown {
  const told = { ...content, nextSteps: nextSteps.filter(({ anchor }) => anchor !== null) };
  return JSON.parse(JSON.stringify(told, (key, value: unknown) => (key === 'speakerId' || key === 'assigneeId' ? undefined : value)));
}
