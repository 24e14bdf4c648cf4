import { data } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { openVoteLink } from '#server/date-polls/access.ts';
import { askAsGuest } from '#server/date-polls/ask-as-guest.ts';
import { readGuestDoor, readPollPage } from '#server/date-polls/read-poll-page.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/vote.route.ts';
import { actOnBallot, BALLOT_INTENTS, chosenZone, saidWords, withQuery } from './act-on-ballot.server.ts';
import { DeadVoteLink } from './dead-vote-link.tsx';
import { GuestDoor } from './guest-door.tsx';
import { guestRefusalWords, parseGuest } from './guest-form-values.ts';
import { PollPage } from './poll-page.tsx';

// The address holds a secret: it must not stay in shared caches or be indexed.
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;
const dead = () => data({ kind: 'dead' as const }, { status: 404 });

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData && 'question' in loaderData ? loaderData.question : m.date_polls_dead_title();
  return [{ title: `${title} · ${m.common_brand()}` }];
}

/** Shows the poll and records nothing: programs that look through mails follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const link = await openVoteLink(services, params.token);
  if (!link) return dead();
  const zone = chosenZone(request);
  const path = pathOf(params.token, zone);
  if (link.kind === 'door') {
    const door = await readGuestDoor(services, link.scope);
    const sent = new URL(request.url).searchParams.get('said') === 'sent';
    return { kind: 'door' as const, question: door.poll.question, door, path, zone, sent };
  }
  const page = await readPollPage(services, link.scope);
  const other = viewer && viewer.personId !== link.personId ? fullNameOf(viewer) : null;
  const shown = zone ?? page.readerZone;
  return { kind: 'ballot' as const, question: page.poll.question, page, path, zone: shown, byLink: { other }, said: saidWords(request) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, ip } = requestOf(context);
  const link = await openVoteLink(services, params.token);
  if (!link) return dead();
  const form = await readForm(request);
  const path = pathOf(params.token, chosenZone(request));
  if (link.kind === 'ballot') {
    const intent = BALLOT_INTENTS.find((one) => one === form.get('intent'));
    if (!intent) return data({ refused: {} }, { status: 400 });
    return (await actOnBallot(services, link.scope, intent, form, path)) ?? dead();
  }
  const guest = parseGuest(form, getLocale());
  if (!guest.ok) return data({ guest }, { status: 422 });
  const asked = await askAsGuest(services, link.scope, guest.wish, ip);
  if (asked.ok) throw redirectTo(withQuery(path, 'sent'));
  const status = asked.reason === 'too_often' ? 429 : 409;
  return data({ guest: { ...guest, faults: {}, notice: guestRefusalWords(asked) } }, { status });
}

const redirectTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

function pathOf(token: string, zone: string | null): string {
  return `${localePath(`/votes/${token}`)}${zone ? `?zone=${encodeURIComponent(zone)}` : ''}`;
}

export default function Vote({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.kind === 'dead' || (actionData && 'kind' in actionData)) return <DeadVoteLink />;
  if (loaderData.kind === 'door') {
    const answer = actionData && 'guest' in actionData ? actionData.guest : null;
    return <GuestDoor {...loaderData} answer={answer} />;
  }
  return <PollPage {...loaderData} refused={actionData && 'refused' in actionData ? actionData.refused : null} />;
}
