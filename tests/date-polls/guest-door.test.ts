import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { sweepGuests } from '#db/date-polls/guests.ts';
import { enterPoll, openVoteLink } from '#server/date-polls/access.ts';
import { askAsGuest } from '#server/date-polls/ask-as-guest.ts';
import { castVotes } from '#server/date-polls/cast-votes.ts';
import { addVoters } from '#server/date-polls/change-voters.ts';
import { readPollPage } from '#server/date-polls/read-poll-page.ts';
import { makeGuestLink } from '#server/date-polls/vote-links.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const LURE = 'Gagnez 500 EUR sur https://evil.example';

describe('the door of guests', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeAll(async () => {
    scene = await climateGroup(database, services);
  });
  beforeEach(async () => {
    services.clock.set('2022-06-01T08:00:00Z');
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
  });

  /** A poll with a guest link: what knocks at its door, and who is on its list. */
  const openDoor = async () => {
    const { poll, ids, slug } = await scene.open();
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
    const link = await makeGuestLink(services, { viewer: scene.viewer, scope: poll, locale: 'fr' });
    const opened = await openVoteLink(services, link?.split('/votes/')[1] ?? '');
    if (opened?.kind !== 'door') throw new Error('No door.');
    const { scope } = opened;
    const guest = { givenName: 'Lucía', familyName: 'Paz', organisationName: '', language: 'fr' as const };
    const knock = (email: string, given: Partial<typeof guest> = {}) => {
      // each time from elsewhere and later: what is asked twice in one moment is one mail
      services.clock.advance({ minutes: 1 });
      return askAsGuest(services, scope, { ...guest, ...given, email }, crypto.randomUUID());
    };
    /** Guests as rows; the hour of their answer, null: they gave none. */
    const there = (count: number, answeredAt: string | null) =>
      database.db
        .insertInto('datePollVoters')
        .values(
          Array.from({ length: count }, (_, index) => ({
            ...{ pollId: poll.pollId, email: `${crypto.randomUUID()}@flood.example`, familyName: `X${index}`, cameAs: 'guest' as const },
            ...{ askedAt: '2022-06-01T08:00:00Z', answeredAt },
          })),
        )
        .execute();
    const ballot = async (email: string) => {
      const own = await scene.follow((await services.mailbox.next(email)).links.find((one) => one.includes('/votes/')));
      if (own?.kind !== 'ballot') throw new Error('No ballot.');
      return own.scope;
    };
    const yes = { votes: [{ optionId: ids[0] ?? '', vote: 'yes' as const }], comment: null };
    return { poll, slug, knock, there, ballot, yes };
  };

  test('addresses that somebody only typed fill no place and take nobody’s on the organisers’ page', async () => {
    const { poll, knock, there, ballot, yes } = await openDoor();
    await there(DATE_POLL_LIMITS.voters + DATE_POLL_LIMITS.guests + 10, null);
    expect(await knock('lucia@rosario.example')).toEqual({ ok: true });
    expect(await castVotes(services, await ballot('lucia@rosario.example'), yes)).toMatchObject({ ok: true });
    const page = await readPollPage(services, poll);
    expect(page.answers).toMatchObject([{ name: 'Lucía Paz', guest: true }]);
    expect(page.organiser?.silent).toHaveLength(4);
    const [group, network] = [scene.scope, scene.network];
    const person = await makePerson(database.db);
    const asked = { personIds: [], requiredIds: [], addresses: [{ address: person.email ?? '', name: '' }] };
    expect(await addVoters(services, { viewer: scene.viewer, scope: poll, group, network, asked })).toMatchObject({ ok: true, added: 1 });
  });

  test('answers a stranger, a guest and a member alike, also when it is full, and lets who is asked in nevertheless', async () => {
    const { knock, there, ballot, yes } = await openDoor();
    const everybody = ['stranger@rosario.example', 'lucia@rosario.example', scene.karim.email ?? ''];
    await knock('lucia@rosario.example');
    expect(await Promise.all(everybody.map((email) => knock(email)))).toEqual(everybody.map(() => ({ ok: true })));
    const early = await ballot('stranger@rosario.example');
    await there(DATE_POLL_LIMITS.guests, '2022-06-01T09:00:00Z');
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
    // as often as one may ask and once more: silence about mails that left already changes the answer as little
    for (const _ of [1, 2, 3])
      for (const email of [...everybody, 'late@rosario.example']) expect(await knock(email)).toEqual({ ok: false, reason: 'full' });
    expect(await castVotes(services, await ballot(scene.karim.email ?? ''), yes)).toMatchObject({ ok: true });
    expect(await castVotes(services, early, yes)).toEqual({ ok: false, reason: 'full' });
    expect(await services.mailbox.unread()).not.toContain('late@rosario.example');
  });

  test('two guests who answer at once do not both take the last place', async () => {
    const { knock, there, ballot, yes } = await openDoor();
    await there(DATE_POLL_LIMITS.guests - 1, '2022-06-01T09:00:00Z');
    const addresses = ['one@rosario.example', 'two@rosario.example'];
    for (const email of addresses) expect(await knock(email)).toEqual({ ok: true });
    const ballots = [await ballot('one@rosario.example'), await ballot('two@rosario.example')];
    const cast = await Promise.all(ballots.map((scope) => castVotes(services, scope, yes)));
    expect(cast.map((one) => one.ok).sort()).toEqual([false, true]);
  });

  test('an address from which nothing comes is forgotten after seven days, its link ends; who answered stays', async () => {
    const { poll, knock, ballot, yes } = await openDoor();
    for (const email of ['silent@rosario.example', 'again@rosario.example', 'lucia@rosario.example']) await knock(email);
    const silent = (await services.mailbox.next('silent@rosario.example')).links.find((one) => one.includes('/votes/'));
    await castVotes(services, await ballot('lucia@rosario.example'), yes);
    services.clock.advance({ hours: 6 * 24 });
    await knock('again@rosario.example');
    services.clock.advance({ hours: 25 });
    expect(await scene.follow(silent)).toMatchObject({ kind: 'ballot' });
    await sweepGuests(
      database.db,
      services.clock
        .now()
        .subtract({ hours: 7 * 24 })
        .toString(),
    );
    const left = await database.db.selectFrom('datePollVoters').select('email').where('pollId', '=', poll.pollId).execute();
    expect(left.flatMap(({ email }) => email || []).sort()).toEqual(['again@rosario.example', 'lucia@rosario.example']);
    expect(left).toHaveLength(6);
    expect(await scene.follow(silent)).toBeNull();
  });

  test('organisers can ask a person whose address somebody typed at the door', async () => {
    const { poll, slug, knock } = await openDoor();
    const person = await makePerson(database.db);
    await knock(person.email ?? '');
    await services.mailbox.next(person.email ?? '');
    const asked = { personIds: [], requiredIds: [], addresses: [{ address: person.email ?? '', name: '' }] };
    const request = { viewer: scene.viewer, scope: poll, group: scene.scope, network: scene.network, asked };
    expect(await addVoters(services, request)).toEqual({ ok: true, added: 1, written: 1 });
    expect(await addVoters(services, request)).toEqual({ ok: true, added: 0, written: 0 });
    expect((await readPollPage(services, poll)).organiser?.silent).toHaveLength(5);
    expect(await enterPoll(services, viewerOf(person), slug)).toMatchObject({ can: { organise: false } });
  });

  test('a typed name stands nowhere in the mail to the typed address, and the name typed last is the guest’s', async () => {
    const { poll, knock, ballot, yes } = await openDoor();
    await knock('lucia@rosario.example', { givenName: LURE, familyName: LURE, organisationName: LURE });
    const mail = await services.mailbox.next('lucia@rosario.example');
    expect(`${mail.text} ${mail.html} ${JSON.stringify(mail.to)} ${mail.subject}`).not.toContain('Gagnez');
    expect(`${mail.text} ${mail.html}`).not.toContain('evil.example');
    expect(mail.text).toContain('Bonjour,');
    expect(mail.to?.[0]?.name ?? '').toBe('');
    await knock('lucia@rosario.example');
    await castVotes(services, await ballot('lucia@rosario.example'), yes);
    expect((await readPollPage(services, poll)).answers).toMatchObject([{ name: 'Lucía Paz', organisationName: '' }]);
    // once answered, whoever types the address renames nobody
    await knock('lucia@rosario.example', { familyName: LURE });
    expect((await readPollPage(services, poll)).answers).toMatchObject([{ name: 'Lucía Paz' }]);
  });
});
