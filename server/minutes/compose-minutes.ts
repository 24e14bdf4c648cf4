import type { Edition, MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { type MeetingForMinutes, readMeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { type ComposedMinutes, compose } from './compose-edition.ts';

interface Composing {
  /** Block ids that stand in for the choice kept with the minutes. */
  highlights?: string[] | undefined;
}

/** Makes one edition of the minutes of a meeting from its notes, agenda and attendance as they are now. Changes nothing. */
export async function composeMinutes(
  services: Pick<Services, 'db'>,
  scope: MeetingScope,
  { edition = 'public', ...composing }: Composing & { edition?: Edition | undefined } = {},
): Promise<ComposedMinutes> {
  const { meeting, notes } = await read(services, scope);
  return compose(withHighlights(meeting, composing), notes, edition);
}

/** Both editions of one moment, for publishing: they differ in nothing but what the attribution asks for. */
export async function composeEditions(
  services: Pick<Services, 'db'>,
  scope: MeetingScope,
  composing: Composing = {},
): Promise<Record<Edition, MinutesContent>> {
  const { meeting, notes } = await read(services, scope);
  const made = (edition: Edition) => compose(withHighlights(meeting, composing), notes, edition).content;
  return { public: made('public'), internal: made('internal') };
}

async function read({ db }: Pick<Services, 'db'>, scope: MeetingScope) {
  const [meeting, sections] = await Promise.all([readMeetingForMinutes(db, scope), readNotes({ db }, scope)]);
  return { meeting, notes: new Map<string, readonly NoteBlock[]>(sections.map(({ agendaItemId, blocks }) => [agendaItemId, blocks])) };
}

function withHighlights(meeting: MeetingForMinutes, { highlights }: Composing): MeetingForMinutes {
  return highlights ? { ...meeting, highlights } : meeting;
}
