import type { MeetingScope } from '#app/model/scope.ts';
import { listVersions, type PublishedVersion } from '#db/minutes/read.ts';
import type { Services } from '#server/services.ts';
import { listDownloads } from './files/list-downloads.ts';
import { readContent } from './read-content.ts';

/** A published version as its page shows it, with the list of the others. */
export async function readVersion(services: Services, scope: MeetingScope, version: PublishedVersion) {
  const content = readContent(version.content);
  return {
    content,
    version: {
      number: version.number,
      publishedAt: version.publishedAt,
      publishedByName: version.publishedByName,
      sha256: version.sha256.toString('hex'),
      address: `${services.env.appUrl}/minutes/${content.meeting.slug}/v/${version.number}`,
    },
    versions: await listVersions(services.db, scope),
    downloads: await listDownloads(services, scope, { slug: content.meeting.slug, number: version.number }),
  };
}
