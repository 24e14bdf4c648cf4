import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { enterRoomByCode } from '#server/live-polls/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/enter-code.route.ts';
import { RoomDoor } from './room-door.tsx';
import './room.css';

export const handle = { bare: true };
export const meta: Route.MetaFunction = () => [{ title: `${m.live_polls_room_code_title()} · ${m.common_brand()}` }];

/** For a phone without a camera: the code is typed, and leads to the page that the QR code opens. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, ip } = requestOf(context);
  const typed = (new URL(request.url).searchParams.get('code') ?? '').slice(0, 40);
  if (typed === '') return data({ fault: null, typed });
  const entered = await enterRoomByCode(services, typed, ip);
  if (entered.ok) throw redirect(localePath(`/live/${entered.scope.code}`));
  return data({ fault: entered.reason, typed }, { status: entered.reason === 'too-often' ? 429 : 404 });
}

export default function EnterCode({ loaderData }: Route.ComponentProps) {
  return <RoomDoor {...loaderData} />;
}
