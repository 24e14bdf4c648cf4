import { enterMinutes } from '#server/minutes/access.ts';
import type { Downloads } from '#server/minutes/files/list-downloads.ts';
import { readVersion } from '#server/minutes/read-version.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/minutes-version.route.ts';
import { MinutesPage } from './minutes-page.tsx';

/** One version, for ever. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting, params.version);
  return readVersion(services, scope, version);
}

// while files are being prepared, the people concerned see them come
export const handle = { interactive: ({ downloads }: { downloads: Downloads }) => downloads.watch !== null };

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.content.meeting.title ?? ''}, v${loaderData?.version.number ?? ''} · Tertulia` },
  { name: 'robots', content: 'noindex' },
];

export default function MinutesVersion({ loaderData }: Route.ComponentProps) {
  return <MinutesPage {...loaderData} />;
}
