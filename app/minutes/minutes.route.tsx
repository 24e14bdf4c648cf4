import { enterMinutes } from '#server/minutes/access.ts';
import { readVersion } from '#server/minutes/read-version.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/minutes.route.ts';
import { MinutesPage } from './minutes-page.tsx';

/** The latest version: the address that people quote. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting);
  return readVersion(services, scope, version);
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.content.meeting.title ?? ''} · Tertulia` }];

export default function Minutes({ loaderData }: Route.ComponentProps) {
  return <MinutesPage {...loaderData} />;
}
