import { useRevalidator } from 'react-router';
import { encode } from 'uqr';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';
import { leadPolls } from '#server/live-polls/access.ts';
import { readScreen } from '#server/live-polls/read-phones.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/screen.route.ts';
import { RoomScreen } from './room-screen.tsx';
import './live-polls.css';
import './room.css';

export const handle = { interactive: true, bare: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.live_polls_screen_title()} · ${loaderData?.room.title ?? ''} · ${m.common_brand()}` }];
}

/** For the projector: the question, the number of votes, and the way to vote. Opened by those who run the meeting. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const leader = await leadPolls(services, viewer, params.meeting);
  const { room, door } = await readScreen(services, leader);
  const { appUrl } = services.env;
  return {
    ...{ meetingId: leader.scope.meetingId, room, byBadge: door?.byBadge ?? false },
    door: door && { code: door.code, address: `${new URL(appUrl).host}/live`, qr: pathOf(`${appUrl}${localePath(`/live/${door.code}`)}`) },
  };
}

/** A QR code (ISO/IEC 18004) as one path; level M: a corner of a screen may be hidden. */
function pathOf(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { path, size };
}

export default function Screen({ loaderData }: Route.ComponentProps) {
  const { revalidate } = useRevalidator();
  useLiveTopic(loaderData.meetingId, ['polls', 'meeting', 'facilitation'], () => void revalidate());
  return <RoomScreen {...loaderData} />;
}
