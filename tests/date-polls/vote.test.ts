import { beforeAll, describe, expect, test } from 'vitest';
import { castVotes, refuseAllDates } from '#server/date-polls/cast-votes.ts';
import { addDate, removeDate, takeUpDate } from '#server/date-polls/change-dates.ts';
import { requireVoter } from '#server/date-polls/change-voters.ts';
import { closePoll, withdrawPoll } from '#server/date-polls/end-poll.ts';
import { proposeDate } from '#server/date-polls/propose-date.ts';
import { readPollPage } from '#server/date-polls/read-poll-page.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('answering a poll of dates', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeAll(async () => {
    scene = await climateGroup(database, services);
  });
  const emptyMailbox = async () => {
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
  };

  test('an answer is there for everybody at once, and may be changed until the deadline', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = '', second = ''] = ids;
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes', [second]: 'no' })).toMatchObject({ ok: true, gone: 0, left: [ids[2]] });
    await scene.vote(slug, scene.karim, { [first]: 'if_needed' });
    const page = await readPollPage(services, await scene.ballotOf(slug, scene.maud));
    expect(page.answers).toMatchObject([{ name: 'Karim Belhadj', votes: { [first]: 'if_needed', [second]: 'no' } }]);
    expect(page.organiser).toBeNull();
    services.clock.set('2022-06-30T21:59:59Z');
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes' })).toMatchObject({ ok: true });
    services.clock.set('2022-06-30T22:00:00Z');
    expect(await scene.vote(slug, scene.karim, { [first]: 'no' })).toEqual({ ok: false, reason: 'not_open', state: 'over' });
    services.clock.set('2022-06-01T08:00:00Z');
    const organised = await readPollPage(services, poll);
    expect(organised.organiser?.silent.map((voter) => voter.name).sort()).toEqual(['Inès Robledo', 'Maud Etcheverry', 'Théo Marchand']);
  });

  test('two tabs that answer about different dates keep both answers', async () => {
    const { slug, ids } = await scene.open();
    const ballot = await scene.ballotOf(slug, scene.karim);
    await Promise.all(ids.map((optionId) => castVotes(services, ballot, { votes: [{ optionId, vote: 'yes' }], comment: null })));
    const page = await readPollPage(services, ballot);
    expect(Object.keys(page.own?.votes ?? {}).sort()).toEqual([...ids].sort());
  });

  test('a vote for a date that was removed meanwhile is left out, the others are kept, and the voter is told', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = '', second = ''] = ids;
    await removeDate(services, { viewer: scene.viewer, scope: poll, optionId: first });
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes', [second]: 'yes' })).toMatchObject({ ok: true, gone: 1 });
    for (const optionId of ids.slice(1, 2)) await removeDate(services, { viewer: scene.viewer, scope: poll, optionId });
    const last = await removeDate(services, { viewer: scene.viewer, scope: poll, optionId: ids[2] ?? '' });
    expect(last).toEqual({ ok: false, reason: 'last' });
  });

  test('« aucune ne me convient » is no to all of them, and an answer', async () => {
    const { slug, ids } = await scene.open();
    await refuseAllDates(services, await scene.ballotOf(slug, scene.karim), { confirmed: false });
    const page = await readPollPage(services, await scene.ballotOf(slug, scene.karim));
    expect(page.own).toMatchObject({ answered: true, votes: Object.fromEntries(ids.map((id) => [id, 'no'])) });
  });

  test('« aucune ne me convient » replaces a yes only once the voter has confirmed it', async () => {
    const { slug, ids } = await scene.open();
    const [first = '', second = '', third = ''] = ids;
    await scene.vote(slug, scene.karim, { [first]: 'yes', [second]: 'if_needed', [third]: 'no' });
    // somebody else's yes is not theirs to lose
    await scene.vote(slug, scene.maud, { [third]: 'yes' });
    const ballot = await scene.ballotOf(slug, scene.karim);
    expect(await refuseAllDates(services, ballot, { confirmed: false })).toEqual({ ok: false, reason: 'has_votes', count: 2 });
    expect((await readPollPage(services, ballot)).own?.votes).toEqual({ [first]: 'yes', [second]: 'if_needed', [third]: 'no' });
    expect(await refuseAllDates(services, ballot, { confirmed: true })).toMatchObject({ ok: true });
    expect((await readPollPage(services, ballot)).own?.votes).toEqual({ [first]: 'no', [second]: 'no', [third]: 'no' });
  });

  test('where only organisers see the votes, a voter gets their own and nothing of the others', async () => {
    const { slug, poll, ids } = await scene.open({ votesShownTo: 'organisers' });
    const [first = ''] = ids;
    await scene.vote(slug, scene.karim, { [first]: 'yes' });
    await scene.vote(slug, scene.maud, { [first]: 'no' });
    const page = await readPollPage(services, await scene.ballotOf(slug, scene.maud));
    expect(page).toMatchObject({ answers: [], lead: null, own: { votes: { [first]: 'no' } } });
    expect(JSON.stringify(page)).not.toContain('Belhadj');
    expect((await readPollPage(services, poll)).answers).toHaveLength(2);
  });

  test('another date that a voter proposes goes to organisers; taken up, it asks only those who had answered', async () => {
    const { slug, poll, ids } = await scene.open();
    await scene.vote(slug, scene.karim, { [ids[0] ?? '']: 'yes' });
    await emptyMailbox();
    const ballot = await scene.ballotOf(slug, scene.maud);
    expect(await proposeDate(services, ballot, { day: '2022-09-14', starts: '15:00' })).toEqual({ ok: true });
    const mail = await services.mailbox.next(scene.ines.email);
    expect(mail.text).toContain('Maud Etcheverry propose une autre date.');
    expect(mail.links.join()).not.toContain('/votes/');
    // nobody else sees it before it is taken up
    expect((await readPollPage(services, await scene.ballotOf(slug, scene.karim))).dates).toHaveLength(3);
    const optionId = (await readPollPage(services, poll)).organiser?.proposals[0]?.id ?? '';
    expect(await takeUpDate(services, { viewer: scene.viewer, scope: poll, optionId })).toEqual({ ok: true, written: 1 });
    expect(await services.mailbox.unread()).toEqual([scene.karim.email]);
    expect((await services.mailbox.next(scene.karim.email)).text).toContain('Mercredi 14\u00A0septembre 2022');
    expect(await proposeDate(services, ballot, { day: '2022-09-14', starts: '15:00' })).toEqual({ ok: false, reason: 'there' });
    expect(await proposeDate(services, ballot, { day: '2022-06-15', starts: null })).toEqual({ ok: false, reason: 'before_deadline' });
    expect(await proposeDate(services, ballot, { day: '2023-03-26', starts: '02:30' })).toMatchObject({ reason: 'missing_hour' });
  });

  test('a date that organisers add is asked of those who had answered only, once', async () => {
    const { slug, poll, ids } = await scene.open();
    await scene.vote(slug, scene.karim, { [ids[0] ?? '']: 'yes' });
    await emptyMailbox();
    const date = { day: '2022-09-29', starts: '10:00' };
    const both = await Promise.all([0, 1].map(() => addDate(services, { viewer: scene.viewer, scope: poll, date })));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await services.mailbox.unread()).toEqual([scene.karim.email]);
    await emptyMailbox();
  });

  test('says in the result who is missing for the rule', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = '', second = ''] = ids;
    await scene.vote(slug, scene.karim, { [first]: 'yes', [second]: 'yes' });
    await scene.vote(slug, scene.maud, { [first]: 'yes', [second]: 'if_needed' });
    await scene.vote(slug, scene.ines, { [first]: 'no', [second]: 'yes' });
    const page = await readPollPage(services, poll);
    expect(page.lead).toEqual({ reason: 'rule', optionIds: [second] });
    expect(page.dates[0]?.tally).toMatchObject({ satisfied: false, requiredMissing: [{ name: 'Inès Robledo', vote: 'no' }] });
    const voterId = (await scene.ballotOf(slug, scene.ines)).voterId;
    await requireVoter(services, { viewer: scene.viewer, scope: poll, voterId, required: false });
    expect((await readPollPage(services, poll)).lead).toMatchObject({ optionIds: [second] });
  });

  test('a poll that is closed takes no vote, not even one on its way; withdrawn, it tells the voters once', async () => {
    const { slug, poll, ids } = await scene.open();
    const [first = ''] = ids;
    await emptyMailbox();
    await closePoll(services, { viewer: scene.viewer, scope: poll });
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes' })).toMatchObject({ reason: 'not_open', state: 'closed' });
    const withdraw = (confirmed: number | null) => withdrawPoll(services, { viewer: scene.viewer, scope: poll, confirmed });
    // nothing happens before the organiser has seen how many people are told
    expect(await withdraw(null)).toEqual({ ok: false, reason: 'count_changed', count: 2 });
    expect(await withdraw(3)).toMatchObject({ reason: 'count_changed', count: 2 });
    expect(await services.mailbox.unread()).toEqual([]);
    await Promise.all([0, 1].map(() => withdraw(2)));
    expect((await services.mailbox.unread()).sort()).toEqual([scene.karim.email, scene.maud.email].sort());
    const mail = await services.mailbox.next(scene.karim.email);
    expect(mail.subject).toContain('Sondage retiré');
    await emptyMailbox();
    expect(await scene.vote(slug, scene.karim, { [first]: 'yes' })).toMatchObject({ reason: 'not_open', state: 'withdrawn' });
  });
});
