import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import type { EnteredVolume } from './access.ts';
import { readChapters } from './read-chapters.ts';
import { readTitles } from './read-titles.ts';

/** One session of a volume, with those before and after it. Throws 404 for one that is not in it, or not for this reader. */
export async function readVolumeSession(services: Services, { scope, version, edition, frame }: EnteredVolume, slug: string) {
  const key = { frame, editionId: scope.editionId, number: version.number, openOnly: edition === 'public' };
  const [chapter] = await readChapters(services.db, { ...key, only: slug });
  if (!chapter) return notFound();
  const contents = await readTitles(services.db, key);
  const at = contents.findIndex((line) => line.slug === slug);
  return {
    ...{ edition, cover: frame.volume, number: version.number },
    contents,
    chapter: { number: chapter.number, version: chapter.version, content: chapter.content },
    previous: contents.slice(0, Math.max(0, at)).findLast(({ kind }) => kind === 'minutes') ?? null,
    next: contents.slice(at + 1).find(({ kind }) => kind === 'minutes') ?? null,
  };
}
