import type { FileFormat, FileState } from '#app/model/minutes.ts';
import { EDITIONS, type Edition } from '#app/model/minutes-content.ts';
import { type FileFault, readFault } from '#app/model/minutes-files.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { listFiles } from '#db/minutes/read-files.ts';
import type { Services } from '#server/services.ts';
import { mayPublish, mayReadInternal } from '../policy.ts';

export interface Downloads {
  slug: string;
  number: number;
  /** Whose changes are told to the page; null: nothing is pending, or the viewer is not told. */
  watch: string | null;
  /** Whether the viewer may have failed files rendered again. */
  mayRetry: boolean;
  /** Some file is not ready, but will be. */
  pending: boolean;
  editions: { edition: Edition; files: OfferedFile[] }[];
}

export interface OfferedFile {
  format: FileFormat;
  state: FileState;
  /** In bytes; null until it is ready. */
  size: number | null;
  pages: number | null;
  /** Of an unavailable format everybody is told; of the rest, who may do something about it. */
  fault: FileFault | null;
}

/** The files of a version that the viewer may have, and how far they are. */
export async function listDownloads(
  services: Services,
  scope: MeetingScope,
  version: { slug: string; number: number },
): Promise<Downloads> {
  const mayRetry = mayPublish(scope.can);
  const mine = mayReadInternal(scope.can) ? EDITIONS : (['public'] as const);
  const rows = await listFiles(services.db, scope, version.number, mine);
  const editions = EDITIONS.map((edition) => ({
    edition,
    files: rows
      .filter((row) => row.edition === edition)
      .map(({ format, state, size, pages, fault: text }): OfferedFile => {
        const fault = readFault(text);
        return { format, state, size, pages, fault: mayRetry || fault?.reason === 'unavailable' ? fault : null };
      }),
  }));
  const pending = rows.some(({ state }) => state === 'queued' || state === 'rendering');
  return {
    ...{ slug: version.slug, number: version.number, mayRetry, pending, watch: pending && scope.can.readNotes ? scope.meetingId : null },
    // every version has the public one, at least as text
    editions: editions.filter(({ edition, files }) => edition === 'public' || files.length > 0),
  };
}
