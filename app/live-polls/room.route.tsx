import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { readForm } from '#server/http/read-form.ts';
import { type EnteredRoom, enterRoomByCode } from '#server/live-polls/access.ts';
import { readOwnChoice } from '#server/live-polls/read-phones.ts';
import { readRoom } from '#server/live-polls/read-room.ts';
import { roomMark } from '#server/live-polls/room-marks.ts';
import { showBadge } from '#server/live-polls/show-badge.ts';
import { voteInRoom } from '#server/live-polls/vote-in-room.ts';
import { newDevice, readVoterCookie, voterCookie } from '#server/live-polls/voter-cookie.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/room.route.ts';
import { RoomDoor } from './room-door.tsx';
import { RoomPage } from './room-page.tsx';
import { type RoomRefusal, roomRefusalWords, statusOf } from './room-words.ts';
import './live-polls.css';
import './room.css';

export const handle = { interactive: true, bare: true };

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => PRIVATE;

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData && 'room' in loaderData ? loaderData.room.title : m.live_polls_room_code_title();
  return [{ title: `${title} · ${m.common_brand()}` }];
}

const closed = ({ reason }: Extract<EnteredRoom, { ok: false }>) =>
  data({ closed: reason }, { status: reason === 'too-often' ? 429 : 404 });

/** Shows the question, and gives the phone the number by which its vote is told from others. Records nothing. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer, ip } = requestOf(context);
  const entered = await enterRoomByCode(services, params.code, ip);
  if (!entered.ok) return closed(entered);
  const { scope } = entered;
  const known = readVoterCookie(services.env, request.headers.get('cookie'));
  const device = known ?? newDevice();
  const [room, mark] = await Promise.all([readRoom(services, scope), roomMark(services, scope)]);
  const choice = await readOwnChoice(services, scope, { device, personId: viewer?.personId ?? null }, room.poll?.id ?? null);
  const page = {
    ...{ room, mark, code: scope.code, ...choice },
    sure: viewer ? ('person' as const) : scope.byBadge ? ('badge' as const) : ('device' as const),
  };
  return data(page, { headers: known ? {} : { 'Set-Cookie': voterCookie(services.env, device) } });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer, ip } = requestOf(context);
  const entered = await enterRoomByCode(services, params.code, ip);
  if (!entered.ok) return closed(entered);
  const { scope } = entered;
  const form = await readForm(request);
  const device = readVoterCookie(services.env, request.headers.get('cookie'));
  const refuse = (reason: RoomRefusal) => data({ refused: roomRefusalWords(reason) }, { status: statusOf(reason) });
  const back = localePath(`/live/${scope.code}`);
  if (form.get('intent') === 'badge') {
    const typed = form.get('badge');
    const shown = await showBadge(services, scope, { typed: typeof typed === 'string' ? typed : '', device, ip });
    if (!shown.ok) return refuse(shown.reason);
    throw redirect(back, { headers: { 'Set-Cookie': voterCookie(services.env, shown.device) } });
  }
  const [pollId, optionId] = [parseUuid(form.get('poll')), parseUuid(form.get('option'))];
  if (!pollId || !optionId) return notFound();
  const voted = await voteInRoom(services, scope, { device, personId: viewer?.personId ?? null, ip }, { pollId, optionId });
  if (!voted.ok) return refuse(voted.reason);
  throw redirect(back);
}

export default function Room({ loaderData, actionData }: Route.ComponentProps) {
  if ('closed' in loaderData) return <RoomDoor fault={loaderData.closed} />;
  if (actionData && 'closed' in actionData) return <RoomDoor fault={actionData.closed} />;
  return <RoomPage {...loaderData} refused={actionData?.refused ?? null} />;
}
