import { m } from '#app/messages/compiled/messages.js';
import { MinutesBody } from '#app/minutes/minutes-body.tsx';
import { MinutesHead } from '#app/minutes/minutes-page.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { requestOf } from '#server/request-context.ts';
import { enterVolume } from '#server/volumes/access.ts';
import { readVolumeSession } from '#server/volumes/read-volume-session.ts';
import type { Route } from './+types/volume-session.route.ts';
import { type ShownVolume, sessionPath, volumePath } from './volume-address.ts';
import { numbered, VolumeContents } from './volume-contents.tsx';
import './volumes.css';

/** The minutes of one session, as a volume binds them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const number = new URL(request.url).searchParams.get('v') ?? undefined;
  const entered = await enterVolume(services, viewer, params.edition, { url: request.url, number });
  return { pinned: number !== undefined, ...(await readVolumeSession(services, entered, params.meeting)) };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.volumes_page_title({ title: loaderData?.chapter.content.meeting.title ?? '', brand: m.common_brand() }) },
  // the minutes have an address of their own, which search engines are to find
  { name: 'robots', content: 'noindex' },
];

export default function VolumeSession({ loaderData }: Route.ComponentProps) {
  const { cover, edition, number, contents, chapter, previous, next } = loaderData;
  const { meeting } = chapter.content;
  const shown: ShownVolume = { slug: cover.slug, edition, number: loaderData.pinned ? number : null };
  return (
    <div className="wrap mn">
      <header className="mn__head">
        <Breadcrumb
          crumbs={[
            { to: `/editions/${cover.slug}`, label: cover.title },
            { to: volumePath(shown), label: m.volumes_title() },
          ]}
        />
        <h1 className="vol-title">{numbered({ number: chapter.number, title: meeting.title })}</h1>
      </header>
      <VolumeContents shown={shown} lines={contents} here={meeting.slug} />
      <div>
        <div className="vol-head">
          <MinutesHead content={chapter.content} version={null} bare />
        </div>
        <MinutesBody content={chapter.content} />
        <nav className="vol-turn" aria-label={m.volumes_turn()}>
          {previous ? (
            <A to={sessionPath(shown, previous.slug)} rel="prev">
              ← {numbered(previous)}
            </A>
          ) : (
            <span />
          )}
          {next ? (
            <A to={sessionPath(shown, next.slug)} rel="next">
              {numbered(next)} →
            </A>
          ) : null}
        </nav>
      </div>
      <aside className="mn__side" aria-label={m.minutes_side()}>
        <div>
          <h2>{m.volumes_title()}</h2>
          <p>
            <A to={volumePath(shown)}>{m.volumes_back({ number })}</A>
          </p>
          <p>
            <A to={`/minutes/${meeting.slug}/v/${chapter.version}`}>{m.volumes_alone({ number: chapter.version })}</A>
          </p>
        </div>
      </aside>
    </div>
  );
}
