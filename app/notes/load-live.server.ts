import { openingView } from '#app/follow-ups/opening-view.ts';
import { getLocale } from '#app/locale.ts';
import { ATTENDANCE_LIMITS, fullNameOf } from '#app/model/attendance.ts';
import { formatTime, formatWhen, localTime } from '#app/model/format-when.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { listAttendees } from '#db/attendance/read.ts';
import { readOwnVotes } from '#db/live-polls/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { mayFacilitate } from '#server/facilitation/access.ts';
import { mayCheckInNow } from '#server/facilitation/policy.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { readOpening } from '#server/follow-ups/read-opening.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import type { LivePoint } from './live-point.ts';
import { participantOf } from './participant.ts';

/** A meeting that runs late still opens with what is open. */
const AFTERWARDS = 12;

/** What the live page shows before any script runs; without `notes` for a page that has them already. */
export async function loadLive(services: Services, scope: MeetingScope, viewer: Viewer, { notes = true } = {}) {
  const [meeting, agenda, attendees, sections, facilitation, polls, ownVotes, facilitates, opening] = await Promise.all([
    findMeeting(services.db, scope),
    listAgenda(services.db, scope),
    listAttendees(services.db, scope, { limit: ATTENDANCE_LIMITS.attendees }),
    notes ? readNotes(services, scope) : [],
    readFacilitation(services, scope.meetingId),
    readLivePolls(services, scope.meetingId),
    readOwnVotes(services.db, scope, viewer.personId),
    mayFacilitate(services, scope),
    readOpening(services, viewer, scope),
  ]);
  const when = whenOf(meeting.edtf);
  const now = services.clock.now();
  const bounds = boundsOf(when, meeting.timeZone);
  const over = bounds !== null && bounds.to <= now.subtract({ hours: AFTERWARDS }).toString();
  const own = attendees.find(({ id }) => id === scope.attendanceId);
  return {
    meeting: {
      id: scope.meetingId,
      slug: meeting.slug,
      title: meeting.title,
      when: formatWhen(when, { zone: meeting.timeZone, locale: getLocale(), readerZone: viewer.timeZone }).full,
      place: meeting.placeName,
      onlineUrl: meeting.onlineUrl,
      timeZone: meeting.timeZone,
      /** ISO instant; null: the meeting has no hour. */
      plannedStart: when.kind === 'time' ? (bounds?.from ?? null) : null,
      cancelled: meeting.status === 'cancelled',
      goesOn: bounds !== null && when.kind === 'time' && bounds.from <= now.toString() && now.toString() < bounds.to,
    },
    points: agenda.map(
      (item): LivePoint => ({
        id: item.id,
        title: item.title,
        minutes: item.durationMinutes,
        presenters: item.presenters.map((presenter) => ({ id: presenter.personId, name: fullNameOf(presenter) })),
      }),
    ),
    participants: attendees.filter(({ answer }) => answer !== 'declined').map(participantOf),
    sections,
    facilitation,
    polls,
    ownVotes,
    /** What the group has open; not once the meeting is over. */
    opening: facilitation.closedAt === null && !over ? openingView(opening) : null,
    can: {
      write: scope.can.writeNotes,
      organise: scope.can.organise,
      /** Clock, points, the floor. */
      facilitate: facilitates,
      checkIn: own !== undefined && own.checkedInAt === null && mayCheckInNow({ facilitation, bounds, now }),
    },
    me: {
      personId: viewer.personId,
      attendanceId: scope.attendanceId,
      answer: own?.answer ?? null,
      checkedInTime: own?.checkedInAt ? formatTime(localTime(own.checkedInAt, meeting.timeZone).slice(11), getLocale()) : null,
    },
    /** The viewer's day, from which « vendredi » is counted. */
    today: now.toZonedDateTimeISO(viewer.timeZone).toPlainDate().toString(),
  };
}

export type Live = Awaited<ReturnType<typeof loadLive>>;
