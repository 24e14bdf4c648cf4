import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { Edition, MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { VersionDiff } from '#app/model/version-diff.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listVersions } from '#db/minutes/read.ts';
import { findSealedVersion } from '#db/minutes/read-versions.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { enterMinutes, readsDraft } from './access.ts';
import { compareVersions } from './compare-versions.ts';
import { composeMinutes } from './compose-minutes.ts';
import { mayReadInternal } from './policy.ts';
import { readContent } from './read-content.ts';

/** The draft, where the number of a version stands. */
export const DRAFT = 'draft';

export interface Changes {
  meeting: { slug: string; title: string; timeZone: string };
  /** A version's number, or DRAFT. */
  from: string;
  to: string;
  edition: Edition;
  /** What this reader may compare. */
  choices: { versions: { number: number; publishedAt: string }[]; draft: boolean; internal: boolean };
  diff: VersionDiff;
}

/**
 * What changed between two versions, or a version and the draft, as far as this reader may read both. Throws 404 for what is
 * not there or not theirs; leads to the page that says why where a text was redacted away.
 * Left out, `to` is the latest version and `from` the one before.
 */
export async function readChanges(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  asked: { from: string | null; to: string | null; edition: string | null },
): Promise<Changes> {
  const { scope, version: latest } = await enterMinutes(services, viewer, slug);
  const internal = mayReadInternal(scope.can);
  const edition: Edition = asked.edition === 'internal' ? 'internal' : 'public';
  if (edition === 'internal' && !internal) return notFound();
  const to = asked.to ?? `${latest.number}`;
  const from = asked.from ?? `${to === DRAFT ? latest.number : Math.max(1, Number(to) - 1)}`;
  const draft = await readsDraft(services, scope);
  const read = (which: string) =>
    which === DRAFT && draft ? readDraft(services, scope, edition) : readOne(services, scope, slug, which, edition);
  const [before, after] = [await read(from), await read(to)];
  const { title, timeZone } = after.meeting;
  const versions = (await listVersions(services.db, scope)).filter(({ redactedAt }) => redactedAt === null);
  return {
    ...{ meeting: { slug, title, timeZone }, from, to, edition, choices: { versions, draft, internal } },
    diff: compareVersions(before, after),
  };
}

async function readDraft(services: Services, scope: MeetingScope, edition: Edition): Promise<MinutesContent> {
  return (await composeMinutes(services, scope, { edition })).content;
}

async function readOne(services: Services, scope: MeetingScope, slug: string, which: string, edition: Edition): Promise<MinutesContent> {
  if (!/^[1-9]\d{0,5}$/.test(which)) return notFound();
  const version = (await findSealedVersion(services.db, scope, Number(which))) ?? notFound();
  if (version.content === null) throw redirect(localePath(`/minutes/${slug}/v/${which}`));
  return readContent((edition === 'internal' ? version.internalContent : null) ?? version.content);
}
