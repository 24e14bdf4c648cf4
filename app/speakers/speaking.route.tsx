import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isOver } from '#app/model/attendance.ts';
import { owedBy } from '#app/model/speakers.ts';
import { DeadLink } from '#app/programme/dead-link.tsx';
import { listOwnParts, readOwnProfile } from '#db/speakers/read-own.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import { openSpeakerLink } from '#server/speakers/access.ts';
import type { Route } from './+types/speaking.route.ts';
import { actOnSpeaking, SAID } from './act-on-speaking.server.ts';
import { SpeakingPage } from './speaking-page.tsx';
import './speakers.css';

// The address holds a secret: it must not stay in shared caches or be indexed.
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;
const dead = () => data({ dead: true as const }, { status: 404 });

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData && 'profile' in loaderData ? loaderData.profile.edition.name : m.speakers_dead_title();
  return [{ title: `${title} · ${m.common_brand()}` }];
}

/** Shows the page and records nothing: programs that look through mails follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const scope = await openSpeakerLink(services, params.token);
  if (!scope) return dead();
  const [profile, parts] = await Promise.all([readOwnProfile(services.db, scope), listOwnParts(services.db, scope)]);
  const now = services.clock.now();
  const sessions = parts.map((part) => ({ ...part, over: isOver(part, now) }));
  const owed = owedBy({
    sessions: parts.filter(({ status }) => status !== 'cancelled').map((part) => ({ ...part, slides: part.slides !== null })),
    ...{ details: profile.detailsAt !== null, about: profile.about !== '', portrait: profile.portrait !== null },
  });
  const asked = new URL(request.url).searchParams.get('said');
  return { profile, sessions, owed, said: SAID.find((one) => one === asked) ?? null };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const scope = await openSpeakerLink(services, params.token);
  if (!scope) return dead();
  const acted = await actOnSpeaking(services, scope, await readForm(request));
  if (!acted) return data({ refused: {} }, { status: 400 });
  if ('refused' in acted) return data({ refused: acted.refused }, { status: acted.status });
  throw redirect(`${localePath(`/speaking/${params.token}`)}?said=${acted.said}#${acted.at}`);
}

export default function Speaking({ loaderData, actionData, params }: Route.ComponentProps) {
  if ('dead' in loaderData || (actionData && 'dead' in actionData))
    return <DeadLink title={m.speakers_dead_title()} what={m.speakers_dead_what()} />;
  return (
    <SpeakingPage {...loaderData} path={localePath(`/speaking/${params.token}`)} token={params.token} refused={actionData?.refused ?? {}} />
  );
}
