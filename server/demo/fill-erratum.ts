import { plainText } from '#app/model/note-runs.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { ERRATUM } from '#db/demo/edition-2023/volume.ts';
import { inTransaction } from '#db/transaction.ts';
import { placesOf } from '#server/complements/find-place.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';

/** Puts right what the first version of a session's minutes said, in the notes and by an erratum. Once the notes are right, nothing happens. */
export async function fillErratum(services: Services, by: Viewer, slug: string): Promise<void> {
  const { right, wrong, note, publishedAt } = ERRATUM;
  const then: Services = { ...services, clock: { now: () => Temporal.Instant.from(publishedAt) } };
  const scope = await organiseMeeting(then, by, slug);
  const places = placesOf(await readNotesWithin(services.db, scope.meetingId)).values();
  const place = places.find(({ paragraph }) => plainText(paragraph.inline).includes(wrong));
  if (!place) return;
  const { id, inline } = place.paragraph;
  const edits = [{ do: 'replace', blockId: id, inline: [{ text: plainText(inline).replace(wrong, right) }] } as const];
  const change = { meetingId: scope.meetingId, authorPersonId: by.personId, edits };
  const edited = await inTransaction(services.db, (trx) => editBlocks(trx, then, change));
  if (edited.ok) await edited.afterCommit();
  const published = await publishMinutes(then, scope, by, { number: 2, reason: 'erratum', note });
  if (!published.ok && published.reason !== 'already-published')
    throw new Error(`The erratum of ${slug} could not be published: ${published.reason}.`);
}
