import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { retryVolume } from '#server/volumes/files/retry-volume.ts';
import type { Route } from './+types/retry-volume.route.ts';

const pathOf = ({ edition, version }: { edition: string; version: string }) => localePath(`/editions/${edition}/volume/v/${version}`);

/** Organisers have the files of a volume that failed rendered again. */
export async function action({ params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, `/editions/${params.edition}/volume`);
  if (!viewer || !/^[1-9]\d{0,5}$/.test(params.version)) return notFound();
  await retryVolume(services, scope, viewer, Number(params.version));
  return redirect(`${pathOf(params)}#fichiers`);
}

/** The address by itself leads to the version. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(pathOf(params));
}
