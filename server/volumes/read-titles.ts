import type { VolumeFrame } from '#app/model/volumes.ts';
import type { Executor } from '#db/client.ts';
import { listBoundTitles } from '#db/volumes/read.ts';
import type { ContentsLine } from './read-volume.ts';

/** The contents of a volume without reading what its sessions say. */
export async function readTitles(
  db: Executor,
  { frame, editionId, number, openOnly }: { frame: VolumeFrame; editionId: string; number: number; openOnly: boolean },
): Promise<ContentsLine[]> {
  const rows = await listBoundTitles(db, { editionId, number });
  const titles = new Map(
    rows.flatMap(({ meetingId, title, open }) => (title !== null && (open || !openOnly) ? [[meetingId, title] as const] : [])),
  );
  return frame.entries.map((entry) => {
    const { kind, number: at, slug } = entry;
    if (kind !== 'minutes') return { kind, number: at, slug, title: entry.title };
    const title = titles.get(entry.meetingId);
    return { kind: title === undefined ? 'gone' : 'minutes', number: at, slug, title: title ?? '' };
  });
}
