import type { Viewer } from '#app/model/viewer.ts';
import { slugOf } from '#db/demo/edition-2023/meetings.ts';
import { SESSION_POLL } from '#db/demo/edition-2023/session-poll.ts';
import { ERRATUM } from '#db/demo/edition-2023/volume.ts';
import { SESSIONS } from '#db/demo/edition-2023.ts';
import { meetingInReview } from '#db/demo/in-review.ts';
import { type InsertedMeeting, insertMeeting } from '#db/demo/insert-meeting.ts';
import { insertNetwork, isEmptyNetwork } from '#db/demo/insert-network.ts';
import { type DemoMeeting, demoMeetings } from '#db/demo/meetings.ts';
import { isWholeEdition } from '#db/demo/read-edition.ts';
import { findDemoPeople, findUnpublished } from '#db/demo/read-meeting.ts';
import { oneAtATime } from '#db/one-at-a-time.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { fillDatePolls } from './fill-date-polls.ts';
import { fillEdition } from './fill-edition.ts';
import { fillErratum } from './fill-erratum.ts';
import { fillFollowUps } from './fill-follow-ups.ts';
import { fillInbox } from './fill-inbox.ts';
import { fillMailPreferences } from './fill-mail-preferences.ts';
import { fillNextEdition } from './fill-next-edition.ts';
import { fillOutbox } from './fill-outbox.ts';
import { fillOutsideEvents } from './fill-outside-events.ts';
import { fillReview } from './fill-review.ts';
import { fillSeries } from './fill-series.ts';
import { fillSessionPoll } from './fill-session-poll.ts';
import { fillVolume } from './fill-volume.ts';
import { castOf, publishNotes, SECRETARY, secretaryOf, writeNotes } from './write-minutes.ts';

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
  if (fresh) await fillNextEdition(services, secretaryOf(secretary), { people, today });
  for (const meeting of meetings) {
    if (!meeting.script) continue;
    const rows = await findUnpublished(services.db, meeting.slug, people);
    // a demo that an older version filled has other points: its meetings stay as they are
    const known = meeting.agenda.every(({ title }) => rows?.agenda.has(title));
    if (rows && known) await writeMinutes(services, secretaryOf(secretary), meeting, rows, meeting.script);
  }
  if (await isWholeEdition(services.db, SESSIONS.map(slugOf))) {
    await fillVolume(services, secretaryOf(secretary));
    await fillErratum(services, secretaryOf(secretary), slugOf({ slug: ERRATUM.session }));
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

/** Notes and minutes of one meeting. */
async function writeMinutes(services: Services, by: Viewer, meeting: DemoMeeting, rows: InsertedMeeting, script: string): Promise<void> {
  const { slug, publishedAt } = meeting;
  const noted = slug === slugOf({ slug: ERRATUM.session }) ? script.replace(ERRATUM.right, ERRATUM.wrong) : script;
  const { highlights } = await writeNotes(services, by, { meeting, rows, script: noted });
  if (slug === slugOf({ slug: SESSION_POLL.session })) await fillSessionPoll(services, by, { slug, rows });
  if (!publishedAt) return;
  await publishNotes(services, by, { meeting, rows, highlights, publishedAt });
  await fillFollowUps(services, by, { id: rows.id, publishedAt });
}
