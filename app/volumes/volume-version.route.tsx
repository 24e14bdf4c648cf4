import { m } from '#app/messages/compiled/messages.js';
import { findEdition } from '#db/programme/read.ts';
import { requestOf } from '#server/request-context.ts';
import { enterVolume } from '#server/volumes/access.ts';
import { readVolume } from '#server/volumes/read-volume.ts';
import type { Route } from './+types/volume-version.route.ts';
import { VolumePage } from './volume-page.tsx';

/** One version of an edition's volume, which never changes. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const entered = await enterVolume(services, viewer, params.edition, { url: request.url, number: params.version });
  const details = await findEdition(services.db, entered.scope);
  return { details, organises: entered.scope.can.organise, pinned: entered.version.number, ...(await readVolume(services, entered)) };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.volumes_page_title({ title: loaderData?.frame.volume.title ?? '', brand: m.common_brand() }) },
  ...(loaderData?.edition === 'internal' ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function VolumeVersion({ loaderData }: Route.ComponentProps) {
  return <VolumePage {...loaderData} />;
}
