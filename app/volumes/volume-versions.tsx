import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import type { VolumeInList } from '#db/volumes/read.ts';

interface VolumeVersionsProps {
  slug: string;
  zone: string;
  versions: readonly VolumeInList[];
  shown: number;
}

/** Every version that was bound; one that a redaction took away says so. */
export function VolumeVersions({ slug, zone, versions, shown }: VolumeVersionsProps): ReactNode {
  return (
    <section aria-labelledby="t-versions">
      <h2 id="t-versions">{m.minutes_versions()}</h2>
      <ul className="vol-versions">
        {versions.map(({ number, boundAt, redactedAt }) => {
          const words = m.volumes_version_short({ number, date: formatDay(localTime(boundAt, zone).slice(0, 10), getLocale()) });
          return (
            <li key={number}>
              {redactedAt ? (
                `${words} (${m.volumes_redacted()})`
              ) : (
                <A to={`/editions/${slug}/volume/v/${number}`} aria-current={number === shown ? 'true' : undefined}>
                  {words}
                </A>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
