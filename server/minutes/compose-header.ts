import { localTime } from '#app/model/format-when.ts';
import type { AttributionLevel, MeetingHeader, VersionNote } from '#app/model/minutes-content.ts';
import type { MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { asSpeaker } from './edition-people.ts';

/** The facts of the meeting; who led it is told as `level` says: people, their organisations, or nobody. */
export function composeHeader(meeting: MeetingForMinutes, level: AttributionLevel): MeetingHeader {
  const { slug, title, kind, group, edtf, timeZone, place, attendances } = meeting;
  const leads = attendances.map((attendance) => ({ roles: attendance.roles, ...asSpeaker(attendance) }));
  const tell = (people: typeof leads) => {
    if (level === 'name') return people.map(({ name }) => name);
    if (level !== 'organisation') return [];
    return [...new Set(people.map(({ organisation }) => organisation).filter(Boolean))];
  };
  const chairs = leads.filter(({ roles }) => roles.includes('chair'));
  const facilitators = leads.filter(({ roles }) => roles.includes('facilitator') && !roles.includes('chair'));
  return { ...{ slug, title, kind, group, edtf, timeZone, place }, chairs: tell(chairs), facilitators: tell(facilitators) };
}

/** Errata and editor's notes of the versions that are out. */
export function composeVersionNotes({ notes, timeZone }: Pick<MeetingForMinutes, 'notes' | 'timeZone'>): VersionNote[] {
  return notes.map(({ kind, number, at, text }) => ({ kind, number, text, day: localTime(at, timeZone).slice(0, 10) }));
}
