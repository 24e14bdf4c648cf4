import type { MinutesSection } from '#app/model/minutes-content.ts';
import { composeMinutes } from '#server/minutes/compose-minutes.ts';
import type { Services } from '#server/services.ts';
import { enterOpenNotes } from './access.ts';

/**
 * What everybody may read of notes that are open: the sections of the public edition as it would be published now, with each
 * statement attributed as was chosen. No list of attendees, no link. Null: not open, or no such meeting.
 */
export async function readOpenNotes(
  services: Pick<Services, 'db'>,
  meeting: { slug: string } | { id: string },
): Promise<{ meetingId: string; sections: MinutesSection[] } | null> {
  const scope = await enterOpenNotes(services, meeting);
  if (!scope) return null;
  const { content } = await composeMinutes(services, scope, { edition: 'public' });
  return { meetingId: scope.meetingId, sections: content.sections };
}
