import type { AttendanceRole } from '#app/model/attendance.ts';
import { EDITION, SESSIONS } from '../edition-2023.ts';
import type { DemoAttendee, DemoMeeting } from '../meetings.ts';
import type { DemoPersonKey } from '../network.ts';
import type { DemoSession } from './session.ts';

/** When the volume came out: all its minutes bear this day. */
const PUBLISHED_AT = '2023-10-20T09:00:00Z';

export const slugOf = (session: Pick<DemoSession, 'slug'>): string => `${EDITION.slug}-${session.slug}`;

/** The sessions of the edition as meetings of the demo. */
export function editionMeetings(): DemoMeeting[] {
  return SESSIONS.map((session) => {
    const end = Temporal.PlainDateTime.from(session.start).add({ minutes: session.minutes }).toString({ smallestUnit: 'minute' });
    return {
      ...{ slug: slugOf(session), group: 'raict', edition: EDITION.slug, title: session.title, kind: 'session' },
      ...{ edtf: `${session.start}/${end}`, summary: session.summary, themes: session.themes, countries: session.countries ?? [] },
      languages: session.languages ?? [],
      place: { name: session.room, address: 'Paris' },
      agenda: session.sections,
      attendees: attendeesOf(session),
      ...{ script: session.script, publishedAt: PUBLISHED_AT },
    };
  });
}

/** Whoever has a role at the session, once, with all their roles. */
function attendeesOf({ chairs = [], facilitators, speakers, rapporteur }: DemoSession): DemoAttendee[] {
  const roles = new Map<DemoPersonKey, AttendanceRole[]>();
  const give = (role: AttendanceRole, people: readonly DemoPersonKey[]) => {
    for (const person of people) roles.set(person, [...(roles.get(person) ?? []), role]);
  };
  give('chair', chairs);
  give('facilitator', facilitators);
  give('speaker', speakers);
  give('rapporteur', [rapporteur]);
  return [...roles].map(([person, held]) => ({ person, roles: held, answer: 'in_person', checkedIn: true }));
}
