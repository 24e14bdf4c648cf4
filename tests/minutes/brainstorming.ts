import type { Edition } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { demoMeetings } from '#db/demo/meetings.ts';
import type { DemoPersonKey } from '#db/demo/network.ts';
import { ORGANISATIONS, PEOPLE } from '#db/demo/network.ts';
import { readScript } from '#db/demo/script.ts';
import type { MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { compose } from '#server/minutes/compose-edition.ts';

/** The meeting of 30 November 2020 as its own paper tells it, composed without a database. */
export function composeBrainstorming(
  change: Partial<MeetingForMinutes> = {},
  edition: Edition = 'public',
  notes?: ReadonlyMap<string, NoteBlock[]>,
) {
  const meeting = demoMeetings(Temporal.PlainDate.from('2026-11-21')).find(
    ({ slug }) => slug === '2020-11-30-brainstorming-amerique-latine',
  );
  if (!meeting?.script) throw new Error('The demo has lost the meeting of 30 November 2020.');
  const attendances = meeting.attendees.map((attendee): MeetingForMinutes['attendances'][number] => {
    const person = PEOPLE[attendee.person];
    const [organisationName, organisationKind] = ORGANISATIONS[person.organisation];
    return {
      ...{ id: attendee.person, givenName: person.given, familyName: person.family, function: person.function },
      ...{ organisationName, organisationKind, roles: [...(attendee.roles ?? [])], answer: attendee.answer },
      ...{ substituteName: '', substituteFunction: '', checkedInAt: '2020-11-30T14:00:00Z' },
    };
  });
  const cast = (key: DemoPersonKey) => ({
    attendanceId: key,
    name: `${PEOPLE[key].given} ${PEOPLE[key].family}`,
    line: PEOPLE[key].family,
  });
  const sections = readScript(meeting.script, 'test', cast);
  const header: MeetingForMinutes = {
    ...{ slug: meeting.slug, title: meeting.title, kind: meeting.kind, edtf: meeting.edtf, timeZone: 'Europe/Paris' },
    ...{ group: { slug: 'dalc', name: 'Dynamique Amérique latine et Caraïbes' }, place: meeting.place?.name ?? '' },
    ...{ highlights: null, attendances, attribution: 'name', attributions: new Map(), nextMeetings: [], complements: [], notes: [] },
    agenda: meeting.agenda.map((item) => ({ id: item.title, title: item.title, kind: item.kind ?? 'discussion', minutes: item.minutes })),
    ...change,
  };
  return compose(header, notes ?? new Map(sections.map((section) => [section.title, section.blocks])), edition);
}
