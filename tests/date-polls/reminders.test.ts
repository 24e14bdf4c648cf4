import { beforeEach, describe, expect, test } from 'vitest';
import { editPoll } from '#server/date-polls/edit-poll.ts';
import { remindOfDatePolls } from '#server/date-polls/morning.ts';
import { readPollPage } from '#server/date-polls/read-poll-page.ts';
import { remindVoters } from '#server/date-polls/remind-voters.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('what is told of a poll by itself', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeEach(async () => {
    await database.db.deleteFrom('datePolls').execute();
    scene = await climateGroup(database, services);
  });
  const emptyMailbox = async () => {
    for (const to of await services.mailbox.unread()) await services.mailbox.next(to);
  };
  const morning = async (day: string) => {
    services.clock.set(`${day}T05:30:00Z`);
    // two nodes whose jobs start at once
    await Promise.all([remindOfDatePolls(services), remindOfDatePolls(services)]);
  };

  test('two days before the deadline, the silent alone get one reminder', async () => {
    const { slug, ids } = await scene.open();
    await scene.vote(slug, scene.karim, { [ids[0] ?? '']: 'yes' });
    await scene.vote(slug, scene.ines, { [ids[0] ?? '']: 'yes' });
    await emptyMailbox();
    await morning('2022-06-27');
    expect(await services.mailbox.unread()).toEqual([]);
    await morning('2022-06-28');
    await morning('2022-06-29');
    expect(await services.mailbox.unread()).toEqual([scene.maud.email]);
    const mail = await services.mailbox.next(scene.maud.email);
    expect(mail.subject).toMatch(/^Rappel/);
    expect(await scene.follow(mail.links.find((link) => link.includes('/votes/')))).toMatchObject({ personId: scene.maud.id });
  });

  test('on demand, the silent are written to once a day at most, and whoever answers meanwhile not at all', async () => {
    const { slug, poll, ids } = await scene.open();
    await emptyMailbox();
    const remind = () => remindVoters(services, { viewer: scene.viewer, scope: poll });
    const promised = async () => {
      const silent = (await readPollPage(services, poll)).organiser?.silent ?? [];
      return Object.fromEntries(silent.map(({ name, remind }) => [name.split(' ')[0], remind]));
    };
    expect(await promised()).toEqual({ Inès: 'self', Karim: 'recent', Maud: 'recent', Théo: 'no_address' });
    expect(await remind()).toEqual({ ok: true, written: 0 });
    services.clock.set('2022-06-03T08:00:00Z');
    expect(await promised()).toEqual({ Inès: 'self', Karim: 'now', Maud: 'now', Théo: 'no_address' });
    const both = await Promise.all([remind(), remind()]);
    expect(both.map((one) => (one.ok ? one.written : -1)).sort()).toEqual([0, 2]);
    // the reminder is queued; the answer comes before it leaves
    await scene.vote(slug, scene.karim, { [ids[0] ?? '']: 'no' });
    expect(await services.mailbox.unread()).toEqual([scene.maud.email]);
    expect(await remind()).toEqual({ ok: true, written: 0 });
  });

  test('after the deadline the organiser is told the best dates, once; another deadline opens the poll again', async () => {
    const { slug, poll, ids } = await scene.open();
    await scene.vote(slug, scene.karim, { [ids[1] ?? '']: 'yes' });
    await scene.vote(slug, scene.ines, { [ids[1] ?? '']: 'yes' });
    await emptyMailbox();
    await morning('2022-07-01');
    await morning('2022-07-02');
    expect(await services.mailbox.unread()).toEqual([scene.ines.email]);
    const mail = await services.mailbox.next(scene.ines.email);
    const text = mail.text?.replaceAll(/[\u00A0\u202F]/g, ' ') ?? '';
    expect(text).toContain('Mardi 20 septembre 2022, 16 h – 17 h 30 à Paris');
    expect(text).toContain('La règle est satisfaite.');
    expect(mail.links.join(' ')).toContain(`/polls/${slug}`);
    expect(await scene.vote(slug, scene.maud, { [ids[1] ?? '']: 'yes' })).toMatchObject({ reason: 'not_open' });
    const row = await database.db.selectFrom('datePolls').selectAll().where('id', '=', poll.pollId).executeTakeFirstOrThrow();
    const {
      question,
      title,
      message,
      durationMinutes,
      placeName,
      placeAddress,
      onlineUrl,
      minOrganisations,
      votesShownTo,
      comments,
      revision,
    } = row;
    const settings = {
      question,
      title,
      message,
      durationMinutes,
      placeName,
      placeAddress,
      onlineUrl,
      minOrganisations,
      votesShownTo,
      comments,
    };
    const edit = (deadline: string, of = revision) =>
      editPoll(services, { viewer: scene.viewer, scope: poll, revision: of, settings, deadline });
    expect(await edit('2022-09-13')).toEqual({ ok: false, reason: 'deadline', fault: 'deadline_after_first' });
    const both = await Promise.all([edit('2022-07-10'), edit('2022-07-10')]);
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['conflict', 'ok']);
    expect(await scene.vote(slug, scene.maud, { [ids[1] ?? '']: 'yes' })).toMatchObject({ ok: true });
  });
});
