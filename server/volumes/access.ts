import type { Edition } from '#app/model/minutes-content.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { VolumeFrame } from '#app/model/volumes.ts';
import { type BoundVersion, findBoundVersion, findVolumeHead } from '#db/volumes/read.ts';
import { enterEdition } from '#server/programme/access.ts';
import { gone, notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { framesOf } from './seal-volume.ts';

export interface EnteredVolume {
  scope: EditionScope;
  version: BoundVersion;
  edition: Edition;
  frame: VolumeFrame;
  /** Whether there is another edition that this reader may switch to. */
  hasInternal: boolean;
}

/**
 * Gate of a bound volume: who may see the edition may read its public reading, who organises it the internal one
 * (`?edition=internal`). Throws 404 where there is none, 410 where a redaction took it away. `number` picks a version.
 */
export async function enterVolume(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  { url, number }: { url: string; number?: string | undefined },
): Promise<EnteredVolume> {
  const { pathname, searchParams } = new URL(url);
  const scope = await enterEdition(services, viewer, slug, pathname);
  const wanted = number === undefined ? undefined : numberOf(number);
  const version = await findBoundVersion(services.db, scope, wanted);
  if (!version) return wanted === undefined && (await findVolumeHead(services.db, scope.editionId)) ? gone() : notFound();
  const frames = framesOf(version) ?? gone();
  const edition = searchParams.get('edition') === 'internal' ? 'internal' : 'public';
  if (edition === 'internal' && !scope.can.organise) return refuse(viewer, `${pathname}?edition=internal`);
  return { scope, version, edition, frame: frames[edition], hasInternal: scope.can.organise && version.internalContent !== null };
}

/** Whether a volume was ever bound. */
export async function isBound({ db }: Pick<Services, 'db'>, { editionId }: EditionScope): Promise<boolean> {
  return (await findVolumeHead(db, editionId)) !== undefined;
}

function numberOf(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : notFound();
}
