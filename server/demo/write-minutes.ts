import type { Viewer } from '#app/model/viewer.ts';
import type { InsertedMeeting } from '#db/demo/insert-meeting.ts';
import type { DemoMeeting } from '#db/demo/meetings.ts';
import { type DemoPersonKey, ORGANISATIONS, PEOPLE } from '#db/demo/network.ts';
import { type Cast, readScript } from '#db/demo/script.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import type { Services } from '#server/services.ts';

/** Who takes the minutes in the demo. */
export const SECRETARY = 'robledo' satisfies DemoPersonKey;

export interface Scripted {
  meeting: Pick<DemoMeeting, 'slug' | 'publishedAt'>;
  rows: InsertedMeeting;
  script: string;
}

/**
 * Notes of one meeting, by the verb that writes them; gives the take-aways that open its minutes. Blocks are told apart by
 * their ids, so that a second attempt writes none twice.
 */
export async function writeNotes(services: Services, by: Viewer, { meeting, rows, script }: Scripted): Promise<{ highlights: string[] }> {
  const sections = readScript(script, meeting.slug.slice(0, 10), castOf(rows));
  for (const section of sections) {
    const agendaItemId = rows.agenda.get(section.title);
    if (!agendaItemId) throw new Error(`The script of ${meeting.slug} has '${section.title}', which is not on its agenda.`);
    await appendBlocks(services, rows.id, agendaItemId, section.blocks, by.personId);
  }
  return { highlights: sections.flatMap((section) => section.highlights) };
}

/** Publishes what was noted as the first version, on the day when it came out. */
export async function publishNotes(
  services: Services,
  by: Viewer,
  { meeting, rows, highlights, publishedAt }: Pick<Scripted, 'meeting' | 'rows'> & { highlights: string[]; publishedAt: string },
): Promise<void> {
  const scope = await findMeetingScope(services, by, { id: rows.id });
  if (!scope) throw new Error(`The secretary of the demo cannot see ${meeting.slug}.`);
  const then: Services = { ...services, clock: { now: () => Temporal.Instant.from(publishedAt) } };
  const published = await publishMinutes(then, scope, by, { number: 1, highlights });
  if (!published.ok) throw new Error(`The minutes of ${meeting.slug} could not be published: ${published.reason}.`);
}

export function castOf(rows: InsertedMeeting): Cast {
  return (key) => {
    const person = PEOPLE[key];
    const name = `${person.given} ${person.family}`;
    return {
      attendanceId: rows.attendances.get(key) ?? '',
      name,
      line: `${name}, ${person.function}, ${ORGANISATIONS[person.organisation][0]}`,
    };
  };
}

export function secretaryOf(personId: string): Viewer {
  const { given: givenName, family: familyName } = PEOPLE[SECRETARY];
  return { personId, givenName, familyName, language: 'fr', timeZone: 'Europe/Paris', networkOrganiser: true };
}
