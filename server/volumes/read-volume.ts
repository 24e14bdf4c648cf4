import type { FileFormat, FileState } from '#app/model/minutes.ts';
import { EDITIONS, type Edition } from '#app/model/minutes-content.ts';
import { type FileFault, readFault } from '#app/model/minutes-files.ts';
import type { VolumeChange, VolumeFrame } from '#app/model/volumes.ts';
import { listVolumeFiles } from '#db/volumes/files.ts';
import { findBoundVersion, findReasons, listBoundVersions } from '#db/volumes/read.ts';
import type { Services } from '#server/services.ts';
import type { EnteredVolume } from './access.ts';
import { compareVolumes } from './compare-volumes.ts';
import { composeIndex, type IndexEntry } from './compose-index.ts';
import { composeOrganisations } from './compose-organisations.ts';
import { readChapters } from './read-chapters.ts';
import { framesOf } from './seal-volume.ts';
import type { BoundChapter } from './volume-content.ts';

/** A line of the contents; gone: a redaction took the bound version away, or the session is not everybody's any more. */
export interface ContentsLine {
  kind: 'minutes' | 'missing' | 'cancelled' | 'gone';
  number: number;
  slug: string;
  title: string;
}

export interface VolumeFile {
  format: FileFormat;
  state: FileState;
  size: number | null;
  pages: number | null;
  /** Only organisers are told. */
  fault: FileFault | null;
}

/** The page of a volume: everything but the minutes themselves, which have pages of their own. */
export async function readVolume(services: Services, { scope, version, edition, frame, hasInternal }: EnteredVolume) {
  const { editionId } = scope;
  const { number } = version;
  const chapters = await readChapters(services.db, { frame, editionId, number, openOnly: edition === 'public' });
  const { speakers, organisations } = frame.withIndex ? composeIndex(chapters) : { speakers: [], organisations: [] };
  const contents = contentsOf(frame, chapters);
  return {
    frame,
    edition,
    hasInternal,
    contents,
    organisations: frame.withOrganisations ? composeOrganisations(chapters.map(({ content }) => content)) : [],
    index: { speakers: webIndex(speakers, chapters), organisations: webIndex(organisations, chapters) },
    version: {
      ...{ number, boundAt: version.boundAt, boundByName: version.boundByName, sha256: version.sha256.toString('hex') },
      address: `${services.env.appUrl}/editions/${frame.volume.slug}/volume/v/${number}`,
    },
    versions: await listBoundVersions(services.db, scope),
    changes: await changesSince(services, { scope, version, edition, frame }, chapters),
    files: await filesOf(
      services,
      { scope, version },
      contents.every(({ kind }) => kind !== 'gone'),
    ),
  };
}

export function contentsOf({ entries }: VolumeFrame, chapters: readonly BoundChapter[]): ContentsLine[] {
  const titles = new Map(chapters.map(({ meetingId, content }) => [meetingId, content.meeting.title]));
  return entries.map((entry) => {
    const { kind, number, slug } = entry;
    if (kind !== 'minutes') return { kind, number, slug, title: entry.title };
    const title = titles.get(entry.meetingId);
    return { kind: title === undefined ? 'gone' : 'minutes', number, slug, title: title ?? '' };
  });
}

/** Each name with the sessions in which it stands, and the first place in each. */
function webIndex(index: readonly IndexEntry[], chapters: readonly BoundChapter[]) {
  return index.map(({ name, sortedFrom, places }) => ({
    name,
    sortedFrom,
    places: [...Map.groupBy(places, ({ chapter }) => chapter)].flatMap(([at, [first]]) => {
      const chapter = chapters[at];
      return chapter ? [{ number: chapter.number, slug: chapter.slug, anchor: first?.anchor ?? null }] : [];
    }),
  }));
}

async function changesSince(
  { db }: Services,
  { scope, version, edition, frame }: Omit<EnteredVolume, 'hasInternal'>,
  chapters: readonly BoundChapter[],
): Promise<VolumeChange[]> {
  if (version.number === 1) return [];
  const previous = await findBoundVersion(db, scope, version.number - 1);
  const before = previous && framesOf(previous)?.[edition];
  if (!before) return [];
  const titles = new Map(chapters.map(({ meetingId, content }) => [meetingId, content.meeting.title]));
  const gone = await readChapters(db, {
    frame: before,
    editionId: scope.editionId,
    number: version.number - 1,
    openOnly: edition === 'public',
  });
  for (const { meetingId, content } of gone) if (!titles.has(meetingId)) titles.set(meetingId, content.meeting.title);
  const reasons = await findReasons(db, { editionId: scope.editionId, number: version.number });
  // a session that this reader may not see has no title here
  return compareVolumes(before, frame, { titleOf: (meetingId) => titles.get(meetingId) ?? '', reasons }).filter(
    (change) => !('title' in change) || change.title !== '',
  );
}

/** Files hold all sessions: where one was withdrawn since, only organisers get them until the volume is bound again. */
async function filesOf(services: Services, { scope, version }: Pick<EnteredVolume, 'scope' | 'version'>, whole: boolean) {
  const { organise } = scope.can;
  const rows = whole || organise ? await listVolumeFiles(services.db, scope, version.number, organise ? EDITIONS : ['public']) : [];
  const byEdition = (edition: Edition) =>
    rows
      .filter((row) => row.edition === edition)
      .map(
        ({ format, state, size, pages, fault }): VolumeFile => ({ format, state, size, pages, fault: organise ? readFault(fault) : null }),
      );
  return {
    public: byEdition('public'),
    internal: byEdition('internal'),
    pending: rows.some(({ state }) => state === 'queued' || state === 'rendering'),
    mayRetry: organise && rows.some(({ state }) => state === 'failed'),
  };
}
