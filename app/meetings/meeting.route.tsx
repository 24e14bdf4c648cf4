import { data, redirect } from 'react-router';
import { openingView } from '#app/follow-ups/opening-view.ts';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ATTENDANCE_LIMITS, answerWindow, parseAnswer } from '#app/model/attendance.ts';
import { feedPath } from '#app/model/calendar.ts';
import { loadSessionPlace } from '#app/programme/load-session-place.server.ts';
import { loadSeriesLine } from '#app/series/load-series-line.server.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { findOwnAttendance, listAttendees } from '#db/attendance/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { listZonesOfGroup } from '#db/meetings/read-form.ts';
import { findReviewToJoin } from '#db/reviews/read.ts';
import { listSessionSpeakers } from '#db/speakers/read.ts';
import { answerInvitation } from '#server/attendance/answer-invitation.ts';
import { mayFacilitate } from '#server/facilitation/access.ts';
import { readOpening } from '#server/follow-ups/read-opening.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/meeting.route.ts';
import { zonesToShow } from './clock-zones.ts';
import { eventData } from './event-data.ts';
import { MeetingPage } from './meeting-page.tsx';
import { timesOf } from './meeting-view.ts';
import { useLiveMeeting } from './use-live-meeting.ts';

/** Visitors only read: their page ships no script. For those who belong, answers appear as they come in. */
export const handle = { interactive: (page: { live: boolean }) => page.live };

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: m.common_brand() }];
  const { meeting, times, event, calendarHref } = loaderData;
  const description = [times.full, meeting.placeName, meeting.summary.slice(0, 200)].filter(Boolean).join('. ');
  return [
    { title: `${meeting.title} · ${m.common_brand()}` },
    { name: 'description', content: description },
    ...(calendarHref ? [{ tagName: 'link' as const, rel: 'alternate', type: 'text/calendar', href: calendarHref }] : []),
    ...(event ? [{ 'script:ld+json': event }] : []),
  ];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  const { db, env } = services;
  const now = services.clock.now();
  const meeting = await findMeeting(db, scope);
  const locale = getLocale();
  const [items, zones, attendees, own, review, series, cast, place] = await Promise.all([
    listAgenda(db, scope),
    listZonesOfGroup(db, scope, { limit: 4 }),
    listAttendees(db, scope, { limit: ATTENDANCE_LIMITS.attendees }),
    findOwnAttendance(db, scope),
    findReviewToJoin(db, scope),
    loadSeriesLine(services, viewer, scope, locale),
    listSessionSpeakers(db, scope),
    loadSessionPlace(services, { scope, viewer, request }),
  ]);
  const coming = meeting.status === 'scheduled' && (meeting.endsAt === null || meeting.endsAt > now.toString());
  const [opening, leads] = coming
    ? await Promise.all([readOpening(services, viewer, scope), mayFacilitate(services, scope)])
    : [null, false];
  const public_ = meeting.visibility === 'public' && meeting.status !== 'draft';
  return {
    ...{ meeting, items, attendees, own, review, can: scope.can },
    times: timesOf(meeting, {
      readerZone: viewer?.timeZone ?? null,
      zones: zonesToShow(meeting.timeZone, zones),
      locale,
      now: now.toString(),
    }),
    visitor: viewer === null,
    window: answerWindow(meeting, now),
    settled: scope.can.organise ? invitationsSent(request) : null,
    answered: own !== null && new URL(request.url).searchParams.has('answered'),
    calendarHref: public_ && meeting.startsAt && meeting.status === 'scheduled' ? feedPath({ of: 'meeting', slug: meeting.slug }) : null,
    event: public_ ? eventData(meeting, env.appUrl + localePath(`/meetings/${meeting.slug}`)) : null,
    opening: openingView(opening),
    leads,
    series,
    place,
    cast,
    live: scope.can.organise || own !== null,
  };
}

/** How many invitations left when a poll of dates became this meeting, just now; null: it did not. */
function invitationsSent(request: Request): number | null {
  const typed = new URL(request.url).searchParams.get('settled') ?? '';
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}

/** The answer of an invited person who is signed in; from a mail's link it goes to answers/:token. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  if (!viewer) return refuse(viewer, `/meetings/${params.meeting}`);
  const form = await readForm(request);
  const text = (name: string) => {
    const entry = form.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  const sent = { answer: text('answer'), substituteName: text('substituteName'), substituteFunction: text('substituteFunction') };
  const given = parseAnswer(sent);
  if (typeof given === 'string') return data({ refused: { fault: given, ...sent } }, { status: 422 });
  const answered = await answerInvitation(services, { scope, given });
  if (!answered.ok && answered.reason === 'not_invited') return notFound();
  return redirect(`${localePath(`/meetings/${params.meeting}`)}${answered.ok ? '?answered' : ''}#reponse`);
}

export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  useLiveMeeting(loaderData.live ? loaderData.meeting.id : null);
  return <MeetingPage {...loaderData} refused={actionData?.refused ?? null} />;
}
