import { data } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { enterEdition, enterMinutes, enterSeal } from '#server/minutes/access.ts';
import type { Downloads } from '#server/minutes/files/list-downloads.ts';
import { readVersion } from '#server/minutes/read-version.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/minutes-version.route.ts';
import { GoneVersion } from './gone-version.tsx';
import { MinutesPage } from './minutes-page.tsx';

/** One version, for ever; or, once its text was redacted, when and why (410). */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { redacted } = await enterSeal(services, viewer, params.meeting, params.version);
  if (redacted) return data({ redacted, page: null }, { status: 410 });
  const { scope, version } = await enterMinutes(services, viewer, params.meeting, params.version);
  return { redacted: null, page: await readVersion(services, scope, version, enterEdition(viewer, scope, request.url)) };
}

// while files are being prepared, the people concerned see them come
export const handle = { interactive: ({ page }: { page: { downloads: Downloads } | null }) => page?.downloads.watch != null };

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${titleOf(loaderData)} · ${m.common_brand()}` },
  { name: 'robots', content: 'noindex' },
];

function titleOf(shown: Route.ComponentProps['loaderData'] | undefined): string {
  if (!shown) return m.minutes_title();
  return shown.page
    ? `${shown.page.content.meeting.title}, v${shown.page.version.number}`
    : m.versions_gone_title({ number: shown.redacted.number });
}

export default function MinutesVersion({ loaderData: { page, redacted }, params }: Route.ComponentProps) {
  return page ? <MinutesPage {...page} /> : <GoneVersion version={redacted} meeting={params.meeting} />;
}
