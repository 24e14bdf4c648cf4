import type { Edition } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { readPageStyle } from '#db/groups/read-style.ts';
import { listVersions, type PublishedVersion } from '#db/minutes/read.ts';
import type { Services } from '#server/services.ts';
import { listDownloads } from './files/list-downloads.ts';
import { mayReadInternal } from './policy.ts';
import { readContent } from './read-content.ts';

/** One edition of a published version as its page shows it, with the list of the others; `enterEdition` decided which. */
export async function readVersion(services: Services, scope: MeetingScope, version: PublishedVersion, edition: Edition = 'public') {
  const content = readContent(edition === 'internal' ? (version.internalContent ?? version.content) : version.content);
  return {
    content,
    edition,
    /** Whether there is something to switch to. */
    hasInternal: version.internalContent !== null && mayReadInternal(scope.can),
    version: {
      number: version.number,
      publishedAt: version.publishedAt,
      publishedByName: version.publishedByName,
      sha256: version.sha256.toString('hex'),
      sealed: version.sealed,
      address: `${services.env.appUrl}/minutes/${content.meeting.slug}/v/${version.number}`,
    },
    versions: await listVersions(services.db, scope),
    house: await readPageStyle(services.db, content.meeting.group.slug),
    downloads: await listDownloads(services, scope, { slug: content.meeting.slug, number: version.number }),
  };
}
