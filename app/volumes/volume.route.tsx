import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { A } from '#app/ui/link.tsx';
import { findEdition } from '#db/programme/read.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import { enterVolume, isBound } from '#server/volumes/access.ts';
import { readVolume } from '#server/volumes/read-volume.ts';
import type { Route } from './+types/volume.route.ts';
import { VolumePage } from './volume-page.tsx';

/** The latest version of an edition's volume: the address that people quote. Before there is one, it says so. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/volume`);
  const [details, organises] = [await findEdition(services.db, scope), scope.can.organise];
  if (!(await isBound(services, scope))) return { details, organises, volume: null };
  const entered = await enterVolume(services, viewer, params.edition, { url: request.url });
  return { details, organises, volume: await readVolume(services, entered) };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: m.volumes_page_title({
      title: loaderData?.volume?.frame.volume.title ?? m.volumes_of({ edition: loaderData?.details.name ?? '' }),
      brand: m.common_brand(),
    }),
  },
  ...(loaderData?.volume?.edition === 'internal' ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function Volume({ loaderData: { details, organises, volume } }: Route.ComponentProps) {
  if (volume) return <VolumePage details={details} organises={organises} pinned={null} {...volume} />;
  return (
    <>
      <EditionHead
        edition={details}
        title={m.volumes_of({ edition: details.name })}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${details.slug}`, label: details.name },
        ]}
      />
      <EditionNav edition={details} organises={organises} here="/volume" />
      <div className="wrap sect stack">
        <p className="lede">{m.volumes_not_yet()}</p>
        {organises ? (
          <p>
            <A className="btn" to={`/editions/${details.slug}/volume/prepare`}>
              {m.volumes_nav_prepare()}
            </A>
          </p>
        ) : null}
      </div>
    </>
  );
}
