import type { Database } from '#db/client.ts';
import { numberAuthors } from '#db/notes/authors.ts';

interface Meeting {
  waiting: Map<string, PromiseWithResolvers<number>>;
  isAsking: boolean;
}

/**
 * Numbers the people who come to the notes of meetings. Who comes while the database is asked is asked for next, with all
 * others who came: a hundred and fifty who asked each for themselves would all be given the same number, and try again.
 */
export class AuthorNumbers {
  private readonly db: Database;
  private readonly meetings = new Map<string, Meeting>();

  constructor(db: Database) {
    this.db = db;
  }

  numberOf(meetingId: string, personId: string): Promise<number> {
    const meeting = this.meetings.get(meetingId) ?? { waiting: new Map(), isAsking: false };
    this.meetings.set(meetingId, meeting);
    const asked = meeting.waiting.get(personId) ?? Promise.withResolvers<number>();
    meeting.waiting.set(personId, asked);
    if (!meeting.isAsking) void this.ask(meetingId, meeting);
    return asked.promise;
  }

  private async ask(meetingId: string, meeting: Meeting): Promise<void> {
    meeting.isAsking = true;
    while (meeting.waiting.size > 0) {
      const { waiting } = meeting;
      meeting.waiting = new Map();
      try {
        const numbers = await numberAuthors(this.db, meetingId, [...waiting.keys()]);
        for (const [personId, { resolve, reject }] of waiting) {
          const number = numbers.get(personId);
          if (number === undefined) reject(new Error(`No number was given to an author of the notes of meeting ${meetingId}.`));
          else resolve(number);
        }
      } catch (error) {
        for (const { reject } of waiting.values()) reject(error);
      }
    }
    this.meetings.delete(meetingId);
  }
}
