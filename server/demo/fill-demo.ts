import type { Viewer } from '#app/model/viewer.ts';
import { meetingInReview } from '#db/demo/in-review.ts';
import { type InsertedMeeting, insertMeeting } from '#db/demo/insert-meeting.ts';
import { insertNetwork, isEmptyNetwork } from '#db/demo/insert-network.ts';
import { type DemoMeeting, demoMeetings } from '#db/demo/meetings.ts';
import { type DemoPersonKey, ORGANISATIONS, PEOPLE } from '#db/demo/network.ts';
import { findDemoPeople, findUnpublished } from '#db/demo/read-meeting.ts';
import { type Cast, readScript } from '#db/demo/script.ts';
import { oneAtATime } from '#db/one-at-a-time.ts';
import { inTransaction } from '#db/transaction.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import type { Services } from '#server/services.ts';
import { fillDatePolls } from './fill-date-polls.ts';
import { fillEdition } from './fill-edition.ts';
import { fillFollowUps } from './fill-follow-ups.ts';
import { fillInbox } from './fill-inbox.ts';
import { fillMailPreferences } from './fill-mail-preferences.ts';
import { fillOutbox } from './fill-outbox.ts';
import { fillOutsideEvents } from './fill-outside-events.ts';
import { fillReview } from './fill-review.ts';
import { fillSeries } from './fill-series.ts';

/** Who takes the minutes in the demo. */
const SECRETARY = 'robledo' satisfies DemoPersonKey;

/**
 * Fills an empty network with the demo: people, groups, meetings, notes and published minutes.
 * Everything that the product has a verb for goes through that verb. Where anybody is already it adds nothing,
 * but finishes the minutes that a start which was cut short left unpublished. Several processes may call it at once.
 */
export function fillDemo(services: Services): Promise<void> {
  return oneAtATime(services.db, 'fill the demo', () => fill(services));
}

async function fill(services: Services): Promise<void> {
  const now = services.clock.now();
  const today = now.toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const meetings = demoMeetings(today);
  const fresh = await inTransaction(services.db, async (trx) => {
    if (!(await isEmptyNetwork(trx))) return false;
    const ids = await insertNetwork(trx);
    for (const meeting of meetings) await insertMeeting(trx, ids, meeting, plannedAt(meeting, now));
    return true;
  });
  const people = await findDemoPeople(services.db);
  const secretary = people.get(SECRETARY);
  if (!secretary) return; // a network of its own, without the demo's people
  if (fresh) await fillMailPreferences(services);
  if (fresh) await fillInbox(services);
  if (fresh) await fillSeries(services, secretaryOf(secretary), meetings);
  if (fresh) await fillOutsideEvents(services, secretaryOf(secretary), today);
  if (fresh) await fillDatePolls(services, secretaryOf(secretary), { people, today });
  if (fresh) await fillEdition(services, secretaryOf(secretary));
  for (const meeting of meetings) {
    if (!meeting.script) continue;
    const rows = await findUnpublished(services.db, meeting.slug, people);
    if (rows) await writeMinutes(services, secretary, meeting, rows, meeting.script);
  }
  if (fresh) await fillOutbox(services, secretaryOf(secretary), { slug: '2020-11-30-brainstorming-amerique-latine', people });
  const reviewed = meetingInReview(today);
  const rows = await findUnpublished(services.db, reviewed.slug, people);
  if (rows) await fillReview(services, secretaryOf(secretary), { meeting: reviewed, rows, people, cast: castOf(rows) });
}

/** Past meetings were planned three weeks before; those to come, yesterday. */
function plannedAt(meeting: DemoMeeting, now: Temporal.Instant): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(meeting.edtf)?.[0];
  const before = day ? Temporal.PlainDate.from(day).subtract({ days: 21 }).toZonedDateTime('UTC').toInstant() : now;
  const yesterday = now.subtract({ hours: 24 });
  return (Temporal.Instant.compare(before, yesterday) < 0 ? before : yesterday).toString({ smallestUnit: 'second' });
}

/** Notes and minutes of one meeting; blocks are told apart by their ids, so that a second attempt writes none twice. */
async function writeMinutes(
  services: Services,
  secretary: string,
  meeting: DemoMeeting,
  rows: InsertedMeeting,
  script: string,
): Promise<void> {
  const sections = readScript(script, meeting.slug.slice(0, 10), castOf(rows));
  for (const section of sections) {
    const agendaItemId = rows.agenda.get(section.title);
    if (!agendaItemId) throw new Error(`The script of ${meeting.slug} has '${section.title}', which is not on its agenda.`);
    await appendBlocks(services, rows.id, agendaItemId, section.blocks, secretary);
  }
  if (!meeting.publishedAt) return;
  const publishedAt = Temporal.Instant.from(meeting.publishedAt);
  const by = secretaryOf(secretary);
  const scope = await findMeetingScope(services, by, { id: rows.id });
  if (!scope) throw new Error(`The secretary of the demo cannot see ${meeting.slug}.`);
  const then: Services = { ...services, clock: { now: () => publishedAt } };
  const highlights = sections.flatMap((section) => section.highlights);
  const published = await publishMinutes(then, scope, by, { number: 1, highlights });
  if (!published.ok) throw new Error(`The minutes of ${meeting.slug} could not be published: ${published.reason}.`);
  await fillFollowUps(services, by, { id: rows.id, publishedAt: meeting.publishedAt });
}

function castOf(rows: InsertedMeeting): Cast {
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

function secretaryOf(personId: string): Viewer {
  const { given: givenName, family: familyName } = PEOPLE[SECRETARY];
  return { personId, givenName, familyName, language: 'fr', timeZone: 'Europe/Paris', networkOrganiser: true };
}
