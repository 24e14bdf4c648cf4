import { createHash } from 'node:crypto';
import { FILE_FORMATS } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import { type Download, fileName, readFileName } from '#app/model/minutes-files.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findFile } from '#db/minutes/read-files.ts';
import { findSealedVersion } from '#db/minutes/read-versions.ts';
import type { Services } from '#server/services.ts';
import { mayReadInternal } from '../policy.ts';
import { MEDIA_TYPES, renderVersion } from '../render-version.ts';

export type DownloadedFile =
  | { state: 'ready'; name: string; type: string; body: Buffer; etag: string }
  /** Still to be rendered, or it failed. */
  | { state: 'pending' | 'failed' };

/** What a file name of a version stands for; null when there is no such file, or the viewer may not have it. */
export async function readDownload(
  services: Services,
  scope: MeetingScope,
  version: { slug: string; number: number; publishedByName: string },
  name: string,
): Promise<DownloadedFile | null> {
  const asked = readFileName(name, version);
  if (!asked || (asked.edition === 'internal' && !mayReadInternal(scope.can))) return null;
  return isStored(asked.format)
    ? stored(services, scope, version, { edition: asked.edition, format: asked.format })
    : written(services, scope, version, { edition: asked.edition, format: asked.format });
}

type Stored = (typeof FILE_FORMATS)[number];
type Named = { slug: string; number: number };

function isStored(format: Download): format is Stored {
  return FILE_FORMATS.some((each) => each === format);
}

async function stored(
  { db }: Services,
  scope: MeetingScope,
  version: Named,
  asked: { edition: Edition; format: Stored },
): Promise<DownloadedFile | null> {
  const file = await findFile(db, scope, { number: version.number, ...asked });
  if (!file) return null;
  if (!file.body || !file.sha256) return { state: file.state === 'failed' ? 'failed' : 'pending' };
  return { state: 'ready', ...named(version, asked), body: file.body, etag: `"${file.sha256.toString('hex')}"` };
}

async function written(
  { db, env }: Services,
  scope: MeetingScope,
  version: Named & { publishedByName: string },
  { edition, format }: { edition: Edition; format: Exclude<Download, Stored> },
): Promise<DownloadedFile | null> {
  const sealed = await findSealedVersion(db, scope, version.number);
  const text = edition === 'public' ? sealed?.content : sealed?.internalContent;
  if (!sealed || !text) return null;
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const { number, publishedByName } = version;
  const stamp = { number, publishedAt: sealed.publishedAt, publishedByName, sha256, appUrl: env.appUrl };
  const body = Buffer.from(renderVersion(text, stamp, format));
  return { state: 'ready', ...named(version, { edition, format }), body, etag: `"${createHash('sha256').update(body).digest('hex')}"` };
}

function named({ slug, number }: Named, { edition, format }: { edition: Edition; format: Download }) {
  return { name: fileName({ slug, number, edition, format }), type: MEDIA_TYPES[format] };
}
