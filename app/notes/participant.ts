import { type Attendee, fullNameOf } from '#app/model/attendance.ts';

/** Somebody who may speak at the meeting, as the notes name them: the person, or who stands in for them. */
export interface Participant {
  /** Of the attendance. */
  id: string;
  personId: string;
  name: string;
  function: string;
  organisation: string;
  /** How they are at the meeting; null: they did not say, or do not come. */
  present: 'in_person' | 'remote' | 'represented' | null;
  checkedIn: boolean;
}

export function participantOf(attendee: Attendee): Participant {
  const { id, personId, organisationName, answer, checkedInAt } = attendee;
  const standsIn = answer === 'represented' && attendee.substituteName !== '';
  return {
    id,
    personId,
    name: standsIn ? attendee.substituteName : fullNameOf(attendee),
    function: standsIn ? attendee.substituteFunction : attendee.function,
    organisation: organisationName,
    present: answer === 'in_person' || answer === 'remote' || answer === 'represented' ? answer : checkedInAt ? 'in_person' : null,
    checkedIn: checkedInAt !== null,
  };
}

/** « Bénédicte Roussel, adjointe au maire, Grand Poitiers »: the speaker's line, as it stays in the text. */
export function speakerLine({ name, function: post, organisation }: Pick<Participant, 'name' | 'function' | 'organisation'>): string {
  return [name, post, organisation].filter(Boolean).join(', ');
}
