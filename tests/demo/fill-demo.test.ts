import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { clashesOf } from '#app/model/programme-clashes.ts';
import { SESSIONS } from '#db/demo/edition-2023.ts';
import { readDraft } from '#db/programme/read-draft.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { fillDemo } from '#server/demo/fill-demo.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { readSeats } from '#server/programme/read-seats.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const count = async (
  database: ReturnType<typeof useDatabase>,
  table: 'people' | 'meetings' | 'minutesVersions' | 'volumeVersions' | 'noteUpdates' | 'editions',
) => {
  const row = await database.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
};

describe('the demo', () => {
  const database = useDatabase();
  const services = useServices(database);

  test('shows the network of the real papers: its groups, two editions of the RAICT, 18 published minutes and an erratum', async () => {
    // two servers that start at the same moment
    await Promise.all([fillDemo(services), fillDemo(services)]);
    expect(await count(database, 'editions')).toBe(2);
    const sessions = await database.db
      .selectFrom('meetings')
      .innerJoin('editions', 'editions.id', 'meetings.editionId')
      .select(['meetings.id', 'meetings.roomId'])
      .where('editions.slug', '=', 'raict-2023')
      .execute();
    expect(await count(database, 'volumeVersions')).toBe(1);
    expect(sessions).toHaveLength(SESSIONS.length);
    expect(sessions.every(({ roomId }) => roomId !== null)).toBe(true);
    expect(await count(database, 'minutesVersions')).toBe(19);
  });

  test('has a poll of a room in the notes of a session, with what its 2023 crowd answered', async () => {
    const votes = await database.db
      .selectFrom('livePollVotes')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(votes.n).toBeGreaterThan(4);
    const { content } = await database.db
      .selectFrom('minutesVersions')
      .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
      .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
      .select('minutesVersions.content')
      .where('meetings.slug', '=', 'raict-2023-droits-des-femmes')
      .executeTakeFirstOrThrow();
    expect(content).toContain('Environ 300 ans');
  });

  test('has an edition to come: a published programme, a draft that clashes, registrations with a full session', async () => {
    const { db } = database;
    const edition = await db.selectFrom('editions').selectAll().where('slug', '!=', 'raict-2023').executeTakeFirstOrThrow();
    expect(edition.startsOn > services.clock.now().toString().slice(0, 10)).toBe(true);
    const raict = await db.selectFrom('people').selectAll().where('familyName', '=', 'Robledo').executeTakeFirstOrThrow();
    const scope = await organiseEdition(services, viewerOf({ ...raict, email: '' }), edition.slug);
    const draft = await readDraft(db, scope);
    const clashes = clashesOf({ ...draft, sessions: await readSeats(db, scope, draft) });
    expect(new Set(clashes.map(({ kind }) => kind))).toEqual(new Set(['person', 'room']));
    expect(draft.sessions.filter(({ slotId }) => slotId === null)).toHaveLength(1);
    expect(draft.slots.filter(({ toConfirm }) => toConfirm)).toHaveLength(2);
    const { bySession, edition: registered } = await countRegistered(db, scope);
    expect(registered).toBe(48);
    expect([...bySession.values()]).toContainEqual({ registered: 12, waiting: 3 });
    // whoever registered there is written to by nobody
    const mails = await db.selectFrom('outboxMails').select('template').where('template', 'like', 'registration%').execute();
    expect(mails).toEqual([]);
  });

  test('has the next monthly meeting on a third Tuesday at 15:00, with an agenda that fills its time', async () => {
    const meeting = await database.db
      .selectFrom('meetings')
      .select(['id', 'edtf'])
      .where('slug', 'like', '%-reunion-mensuelle')
      .executeTakeFirstOrThrow();
    const start = Temporal.PlainDateTime.from(meeting.edtf.split('/')[0] ?? '');
    expect(start.dayOfWeek).toBe(2);
    expect(Math.ceil(start.day / 7)).toBe(3);
    expect(start.hour).toBe(15);
    const { total } = await database.db
      .selectFrom('agendaItems')
      .select((eb) => eb.fn.sum<number>('durationMinutes').as('total'))
      .where('meetingId', '=', meeting.id)
      .executeTakeFirstOrThrow();
    expect(Number(total)).toBe(90);
  });

  test('writes to nobody outside: every address is of the domain that is reserved for examples', async () => {
    const people = await database.db.selectFrom('people').select('email').execute();
    expect(people.filter(({ email }) => email !== null && !email.endsWith('@example.org'))).toEqual([]);
  });

  test('has minutes in review, with a deadline ahead, whose readers proposed things of every kind, some decided', async () => {
    const review = await database.db
      .selectFrom('reviews')
      .innerJoin('minutes', 'minutes.id', 'reviews.minutesId')
      .select(['reviews.id', 'reviews.deadline', 'minutes.state'])
      .executeTakeFirstOrThrow();
    expect(review.state).toBe('in_review');
    expect(review.deadline > services.clock.now().toString().slice(0, 10)).toBe(true);
    const reviewers = await database.db.selectFrom('reviewers').select('answeredAt').where('reviewId', '=', review.id).execute();
    expect(reviewers).toHaveLength(16);
    expect(reviewers.filter(({ answeredAt }) => answeredAt).length).toBeGreaterThan(8);
    const proposals = await database.db.selectFrom('complements').select(['kind', 'state', 'reason']).execute();
    expect(new Set(proposals.map(({ kind }) => kind))).toEqual(new Set(['insert', 'replace', 'delete', 'comment', 'identity']));
    expect(
      proposals
        .map(({ state }) => state)
        .filter((state) => state !== 'open')
        .sort(),
    ).toEqual(['accepted', 'accepted', 'refused']);
  });

  test('gives its organiser several things to do, one of them late; what old minutes asked for is done', async () => {
    const rows = await database.db
      .selectFrom('followUps')
      .innerJoin('people', 'people.id', 'followUps.ownerId')
      .select(['followUps.state', 'followUps.dueOn'])
      .where('kind', '=', 'action')
      .where('people.familyName', '=', 'Robledo')
      .orderBy('dueOn')
      .execute();
    const today = services.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    const open = rows.filter(({ state }) => state === 'open');
    expect(open.map(({ dueOn }) => dueOn !== null && dueOn < today)).toEqual([true, false]);
    expect(rows.length).toBeGreaterThan(open.length);
  });

  test('is filled once: the next start changes nothing', async () => {
    const before = [await count(database, 'people'), await count(database, 'meetings'), await count(database, 'noteUpdates')];
    await fillDemo(services);
    expect([await count(database, 'people'), await count(database, 'meetings'), await count(database, 'noteUpdates')]).toEqual(before);
    expect(await count(database, 'minutesVersions')).toBe(19);
  });

  test('is finished by the next start when the first was cut short', async () => {
    await sql`truncate minutes, volumes, volume_versions cascade`.execute(database.db);
    await fillDemo(services);
    // the notes were put right before: there is nothing that an erratum would say
    expect(await count(database, 'minutesVersions')).toBe(18);
    expect(await count(database, 'volumeVersions')).toBe(1);
  });
});

describe('a network that lives', () => {
  const database = useDatabase();
  const services = useServices(database);

  test('is never touched by the demo', async () => {
    await makePerson(database.db, { email: 'somebody@commune.example' });
    await fillDemo(services);
    expect(await count(database, 'people')).toBe(1);
    expect(await count(database, 'meetings')).toBe(0);
  });
});
