import { enterEdition, enterMinutes } from '#server/minutes/access.ts';
import type { Downloads } from '#server/minutes/files/list-downloads.ts';
import { readSince } from '#server/minutes/keep-reading.ts';
import { readVersion } from '#server/minutes/read-version.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/minutes.route.ts';
import { MinutesPage } from './minutes-page.tsx';
import { SinceLastRead } from './since-last-read.tsx';

/** The latest version: the address that people quote. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting);
  const edition = enterEdition(viewer, scope, request.url);
  const since = await readSince(services, scope, viewer, version.number);
  return { ...(await readVersion(services, scope, version, edition)), since };
}

// while files are being prepared, the people concerned see them come
export const handle = { interactive: ({ downloads }: { downloads: Downloads }) => downloads.watch !== null };

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.content.meeting.title ?? ''} · Tertulia` },
  ...(loaderData?.edition === 'internal' ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function Minutes({ loaderData: { since, ...page } }: Route.ComponentProps) {
  return (
    <>
      {since === null ? null : (
        <div className="wrap">
          <SinceLastRead
            slug={page.content.meeting.slug}
            known={since}
            gone={page.versions.some(({ number, redactedAt }) => number === since && redactedAt !== null)}
            latest={page.version.number}
          />
        </div>
      )}
      <MinutesPage {...page} />
    </>
  );
}
