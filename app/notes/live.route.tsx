import { m } from '#app/messages/compiled/messages.js';
import { enterMeeting } from '#server/meetings/access.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/live.route.ts';
import { ClosedDoor } from './closed-door.tsx';
import { LivePage } from './live-page.tsx';
import { loadLive } from './load-live.server.ts';

export const handle = { interactive: true, bare: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  if (!viewer || !scope.can.readNotes) return refuse(viewer, `/meetings/${params.meeting}/live`);
  return loadLive(services, scope, viewer);
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: loaderData ? m.notes_title({ title: loaderData.meeting.title }) : m.common_brand() }];
}

export default function Live({ loaderData }: Route.ComponentProps) {
  return <LivePage loaded={loaderData} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ClosedDoor error={error} />;
}
