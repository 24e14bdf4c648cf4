import { beforeAll, describe, expect, test } from 'vitest';
import { enterPoll, openVoteLink } from '#server/date-polls/access.ts';
import { askAsGuest } from '#server/date-polls/ask-as-guest.ts';
import { castVotes } from '#server/date-polls/cast-votes.ts';
import { withdrawPoll } from '#server/date-polls/end-poll.ts';
import { readPollPage } from '#server/date-polls/read-poll-page.ts';
import { settlePoll } from '#server/date-polls/settle-poll.ts';
import { makeGuestLink } from '#server/date-polls/vote-links.ts';
import { readCalendar } from '#tests/emails/read-calendar.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('« Retenir »', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeAll(async () => {
    scene = await climateGroup(database, services);
  });
  const settle = (poll: Awaited<ReturnType<typeof scene.open>>['poll'], optionId: string) =>
    settlePoll(services, { viewer: scene.viewer, scope: poll, group: scene.scope, optionId });
  const emptyMailbox = async () => {
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
  };

  test('makes the meeting with its invitations at once, however often it is chosen', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = '', second = ''] = ids;
    await scene.vote(slug, scene.karim, { [second]: 'yes' });
    await emptyMailbox();
    const both = await Promise.all([settle(poll, second), settle(poll, first)]);
    const [settled] = both.filter((one) => one.ok);
    expect(both.filter((one) => !one.ok)).toMatchObject([{ reason: 'already', slug: settled?.slug }]);
    const meetings = await database.db.selectFrom('meetings').selectAll().where('groupId', '=', scene.group.id).execute();
    expect(meetings).toMatchObject([{ id: poll.pollId, title: 'Rencontre climat', status: 'scheduled', placeName: 'Cité des Sciences' }]);
    const chosen = await database.db
      .selectFrom('datePolls')
      .select('settledOptionId')
      .where('id', '=', poll.pollId)
      .executeTakeFirstOrThrow();
    const start = chosen.settledOptionId === first ? '2022-09-13' : '2022-09-20';
    expect(meetings[0]?.edtf).toBe(`${start}T16:00/${start}T17:30`);
    // everybody is told once, by the invitation, and nobody's answer is written for them
    expect((await services.mailbox.unread()).sort()).toEqual([scene.ines.email, scene.karim.email, scene.maud.email].sort());
    const mail = await services.mailbox.next(scene.karim.email);
    expect(readCalendar(mail)).toMatchObject({
      method: 'REQUEST',
      sameBytes: true,
      start: `${start}T14:00:00.000Z`,
      partstat: 'NEEDS-ACTION',
    });
    const list = await database.db.selectFrom('attendances').select('answer').where('meetingId', '=', poll.pollId).execute();
    expect(list.map((one) => one.answer)).toEqual(['none', 'none', 'none', 'none']);
    const page = await readPollPage(services, await scene.ballotOf(slug, scene.karim));
    expect(page.poll).toMatchObject({ state: 'settled', meetingSlug: meetings[0]?.slug });
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes' })).toMatchObject({ reason: 'not_open', state: 'settled' });
    await emptyMailbox();
  });

  test('a whole day becomes a meeting of the day, without an hour', async () => {
    const { poll, ids } = await scene.open();
    expect(await settle(poll, ids[2] ?? '')).toMatchObject({ ok: true, written: 3 });
    const meeting = await database.db.selectFrom('meetings').select('edtf').where('id', '=', poll.pollId).executeTakeFirstOrThrow();
    expect(meeting.edtf).toBe('2022-09-27');
    await emptyMailbox();
  });

  test('refuses a date that is past, one that is not offered, and a poll that was withdrawn', async () => {
    const { poll, ids } = await scene.open();
    services.clock.set('2022-09-13T14:00:00Z');
    expect(await settle(poll, ids[0] ?? '')).toEqual({ ok: false, reason: 'past' });
    services.clock.set('2022-06-01T08:00:00Z');
    expect(await settle(poll, crypto.randomUUID())).toEqual({ ok: false, reason: 'unknown_date' });
    await withdrawPoll(services, { viewer: scene.viewer, scope: poll, confirmed: 2 });
    expect(await settle(poll, ids[1] ?? '')).toEqual({ ok: false, reason: 'withdrawn' });
    expect(await database.db.selectFrom('meetings').select('id').where('id', '=', poll.pollId).execute()).toEqual([]);
    await emptyMailbox();
  });

  test('a vote that comes while the date is chosen is either counted before or refused, never lost silently', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = ''] = ids;
    const ballot = await scene.ballotOf(slug, scene.karim);
    const [cast, settled] = await Promise.all([
      castVotes(services, ballot, { votes: [{ optionId: first, vote: 'yes' }], comment: null }),
      settle(poll, first),
    ]);
    expect(settled.ok).toBe(true);
    const votes = await database.db.selectFrom('datePollVotes').select('vote').where('pollId', '=', poll.pollId).execute();
    expect(votes).toHaveLength(cast.ok ? 1 : 0);
    await emptyMailbox();
  });

  test('only organisers come near it', async () => {
    const { slug } = await scene.open();
    const karim = await enterPoll(services, viewerOf(scene.karim), slug);
    expect(karim.can).toEqual({ organise: false, seeVotes: true });
    await emptyMailbox();
  });

  describe('guests', () => {
    const guest = {
      givenName: 'Lucía',
      familyName: 'Paz',
      organisationName: 'Ciudad de Rosario',
      email: 'lucia@rosario.example',
      language: 'fr' as const,
    };
    const doorOf = async (link: string | null) => {
      const opened = await openVoteLink(services, link?.split('/votes/')[1] ?? '');
      if (opened?.kind !== 'door') throw new Error('No door.');
      return opened.scope;
    };

    test('get their own link by mail, vote once they have it, and come into the directory when a date is chosen', async () => {
      const { poll, ids } = await scene.open();
      await emptyMailbox();
      const link = await makeGuestLink(services, { viewer: scene.viewer, scope: poll, locale: 'fr' });
      const door = await doorOf(link);
      expect(await askAsGuest(services, door, guest, '203.0.113.1')).toEqual({ ok: true });
      expect(await askAsGuest(services, door, guest, '203.0.113.1')).toEqual({ ok: true });
      // an address that is asked anyway gets its own ballot; whoever typed it learns nothing
      expect(await askAsGuest(services, door, { ...guest, email: scene.karim.email }, '203.0.113.1')).toEqual({ ok: true });
      const ballots = await database.db.selectFrom('datePollVoters').select(['id', 'email']).where('pollId', '=', poll.pollId).execute();
      expect(ballots.filter((one) => one.email !== '')).toHaveLength(1);
      // until they vote nobody but organisers sees them
      expect((await readPollPage(services, poll)).counts.voters).toBe(4);
      const own = (await services.mailbox.next(guest.email)).links.find((one) => one.includes('/votes/'));
      const opened = await scene.follow(own);
      if (opened?.kind !== 'ballot') throw new Error('No ballot.');
      await castVotes(services, opened.scope, { votes: [{ optionId: ids[0] ?? '', vote: 'yes' }], comment: null });
      expect((await readPollPage(services, poll)).answers).toMatchObject([
        { name: 'Lucía Paz', organisationName: 'Ciudad de Rosario', guest: true },
      ]);
      await emptyMailbox();
      expect(await settle(poll, ids[0] ?? '')).toMatchObject({ ok: true, written: 4 });
      const person = await database.db.selectFrom('people').select(['givenName', 'familyName']).where('email', '=', guest.email).execute();
      expect(person).toEqual([{ givenName: 'Lucía', familyName: 'Paz' }]);
      expect((await services.mailbox.next(guest.email)).subject).toContain('Rencontre climat');
      await emptyMailbox();
    });

    test('a flood from one place is stopped', async () => {
      const { poll } = await scene.open();
      const door = await doorOf(await makeGuestLink(services, { viewer: scene.viewer, scope: poll, locale: 'fr' }));
      const from = (ip: string, index: number) => askAsGuest(services, door, { ...guest, email: `g${index}@flood.example` }, ip);
      const answers = [];
      for (let index = 0; index < 12; index++) answers.push(await from('203.0.113.9', index));
      expect(answers.filter((one) => one.ok)).toHaveLength(10);
      expect(answers.at(-1)).toEqual({ ok: false, reason: 'too_often' });
      await emptyMailbox();
    });

    test('a new guest link ends the one before; both answer alike to a stranger', async () => {
      const { poll } = await scene.open();
      const old = await makeGuestLink(services, { viewer: scene.viewer, scope: poll, locale: 'fr' });
      const link = await makeGuestLink(services, { viewer: scene.viewer, scope: poll, locale: 'fr' });
      expect(await scene.follow(old ?? '')).toBeNull();
      expect(await scene.follow(link ?? '')).toMatchObject({ kind: 'door' });
      await makePerson(database.db);
      await emptyMailbox();
    });
  });
});
