import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { listVersions, type PublishedVersion } from '#db/minutes/read.ts';
import type { Services } from '#server/services.ts';

/** A published version as its page shows it, with the list of the others. */
export async function readVersion(services: Services, scope: MeetingScope, version: PublishedVersion) {
  // what was sealed as a MinutesContent is read as one: format 1 is the only one so far
  const content = JSON.parse(version.content) as MinutesContent;
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
  };
}
