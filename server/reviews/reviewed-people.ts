import type { MeetingScope } from '#app/model/scope.ts';
import { listPossibleReviewers, type PossibleReviewer } from '#db/reviews/read.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { paragraphsIn } from './read-draft.ts';

/** Most people whom a review is sent to, as many as a meeting takes. */
export const MAX_REVIEWERS = 2000;

export interface ReviewerChoice extends PossibleReviewer {
  /** The notes have a turn of theirs. */
  spoke: boolean;
  /** Present or heard: asked unless the organiser says otherwise. */
  proposed: boolean;
}

/** Everybody on the list, and who was there: those checked in, when anybody was, else those who said they would come; and all who spoke. */
export async function listReviewerChoices(services: Services, scope: MeetingScope): Promise<ReviewerChoice[]> {
  const [people, notes] = await Promise.all([
    listPossibleReviewers(services.db, scope, { limit: MAX_REVIEWERS }),
    readNotes(services, scope),
  ]);
  const turns = paragraphsIn(notes.flatMap((section) => section.blocks)).filter(({ kind }) => kind === 'turn');
  const heard = new Set(turns.map(({ speakerId }) => speakerId));
  const checkedIn = people.some((person) => person.checkedInAt !== null);
  return people.map((person) => {
    const spoke = heard.has(person.attendanceId);
    const came = checkedIn ? person.checkedInAt !== null : ['in_person', 'remote', 'represented'].includes(person.answer);
    return { ...person, spoke, proposed: spoke || came };
  });
}
