import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { enterMinutes } from '#server/minutes/access.ts';
import { retryFiles } from '#server/minutes/files/retry-files.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/retry-files.route.ts';

/** Organisers have the files of a version that failed rendered again. */
export async function action({ params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting, params.version);
  if (!viewer) return notFound();
  const retry = await retryFiles(services, scope, viewer, version.number);
  return retry.ok ? redirect(`${localePath(`/minutes/${params.meeting}/v/${version.number}`)}#fichiers`) : notFound();
}

/** The address by itself leads to the version. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(localePath(`/minutes/${params.meeting}/v/${params.version}`));
}
