import type { BoundEntry, VolumeFrame } from '#app/model/volumes.ts';
import type { Executor } from '#db/client.ts';
import { type BoundMinutes, listBoundMinutes } from '#db/volumes/read.ts';
import { readContent } from '#server/minutes/read-content.ts';
import type { BoundChapter } from './volume-content.ts';

/**
 * What the sessions of a version say, in the order of its frame; `only`: just this one, by the address of its meeting. Leaves
 * out what a redaction took away since, and for `openOnly` sessions that are not everybody's any more.
 */
export async function readChapters(
  db: Executor,
  { frame, editionId, number, only, openOnly }: { frame: VolumeFrame; editionId: string; number: number; only?: string; openOnly: boolean },
): Promise<BoundChapter[]> {
  const entries = frame.entries.filter(
    (entry): entry is BoundEntry => entry.kind === 'minutes' && (only === undefined || entry.slug === only),
  );
  if (entries.length === 0) return [];
  const meetings = entries.map(({ meetingId }) => meetingId);
  const rows = await listBoundMinutes(db, { editionId, number, meetings });
  const byMeeting = new Map(rows.map((row) => [row.meetingId, row]));
  return entries.flatMap((entry) => {
    const row = byMeeting.get(entry.meetingId);
    const text = row && textOf(row, frame);
    if (!row || !text || (openOnly && !row.open)) return [];
    return [{ ...entry, content: readContent(text), publishedAt: row.publishedAt, publishedByName: row.publishedByName }];
  });
}

function textOf({ content, internalContent }: BoundMinutes, { edition }: VolumeFrame): string | null {
  return edition === 'internal' ? (internalContent ?? content) : content;
}
