import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { enterMinutes } from '#server/minutes/access.ts';
import { markRead } from '#server/minutes/keep-reading.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/mark-read.route.ts';

/** « C’est lu »: whoever is signed in knows the latest version from now on. */
export async function action({ params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting);
  if (viewer) await markRead(services, scope, viewer, version.number);
  return redirect(localePath(`/minutes/${params.meeting}`));
}

/** Somebody who came back here by the history of their browser. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(localePath(`/minutes/${params.meeting}`));
}
