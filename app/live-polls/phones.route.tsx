import { data, redirect, useRevalidator } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { leadPolls } from '#server/live-polls/access.ts';
import { closePoll, insertResult } from '#server/live-polls/close-poll.ts';
import { readPhones } from '#server/live-polls/read-phones.ts';
import { closeRoomDoor, openRoomDoor, renewRoomCode } from '#server/live-polls/room-door.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/phones.route.ts';
import { PhonesDoor } from './phones-door.tsx';
import { PhonesPoll } from './phones-poll.tsx';
import { refusalWords } from './poll-words.ts';
import './live-polls.css';
import './room.css';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.live_polls_phones_title()} · ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const leader = await leadPolls(services, viewer, params.meeting);
  const [{ id, slug, title }, phones] = await Promise.all([findMeeting(services.db, leader.scope), readPhones(services, leader)]);
  return { meeting: { id, slug, title }, ...phones };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const leader = await leadPolls(services, viewer, params.meeting);
  const form = await readForm(request);
  const pollId = parseUuid(form.get('poll'));
  const done = () => redirect(localePath(`/meetings/${params.meeting}/live/phones`));
  switch (form.get('intent')) {
    case 'open': {
      const choices = { byBadge: form.get('byBadge') === 'yes', showsCounts: form.get('showsCounts') === 'yes' };
      const opened = await openRoomDoor(services, leader, choices);
      if (opened.ok) return done();
      const words = opened.reason === 'poll-open' ? m.live_polls_phones_poll_open() : m.live_polls_refused_meeting_closed();
      return data({ refused: words }, { status: 409 });
    }
    case 'close-door':
      await closeRoomDoor(services, leader);
      return done();
    case 'renew':
      await renewRoomCode(services, leader);
      return done();
    case 'close':
    case 'insert': {
      if (!pollId) return notFound();
      const closed =
        form.get('intent') === 'close'
          ? await closePoll(services, leader, pollId)
          : await insertResult(services, leader, { pollId, locale: getLocale() });
      return closed.ok ? done() : data({ refused: refusalWords(closed.reason) }, { status: 409 });
    }
    default:
      return notFound();
  }
}

export default function Phones({ loaderData: { meeting, door, ofEdition, poll }, actionData }: Route.ComponentProps) {
  const { revalidate } = useRevalidator();
  useLiveTopic(meeting.id, ['polls'], () => void revalidate());
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{m.live_polls_phones_title()}</h1>
      <p className="lede">{m.live_polls_phones_lede()}</p>
      {actionData?.refused ? (
        <p className="err" role="alert">
          {actionData.refused}
        </p>
      ) : null}
      <PhonesDoor slug={meeting.slug} door={door} ofEdition={ofEdition} />
      <PhonesPoll slug={meeting.slug} poll={poll} />
    </div>
  );
}
