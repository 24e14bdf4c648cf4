import { beforeAll, describe, expect, test } from 'vitest';
import { enterPoll } from '#server/date-polls/access.ts';
import { castVotes } from '#server/date-polls/cast-votes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('opening a poll of dates', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeAll(async () => {
    scene = await climateGroup(database, services);
  });

  test('says how many mails leave, and nobody gets one before that number is confirmed', async () => {
    // Inès asks and needs no mail, Théo has no address
    expect(await scene.plan()).toMatchObject({ ok: true, people: { people: 4, reachable: 2 } });
    expect(await scene.create({}, { expected: 3 })).toMatchObject({ ok: false, reason: 'count_changed', people: { reachable: 2 } });
    expect(await services.mailbox.unread()).toEqual([]);
  });

  test('sends each voter their own link, with the dates on the poll’s clock and on theirs', async () => {
    const { slug } = await scene.open();
    const mail = await services.mailbox.next(scene.maud.email);
    expect(mail.subject).toBe('Quelles dates vous conviennent\u202F? Quelle date pour la rencontre climat ?');
    const text = mail.text?.replaceAll(/[\u00A0\u202F]/g, ' ') ?? '';
    expect(text).toContain('Mardi 13 septembre 2022, 16 h – 17 h 30 à Paris (11 h à Cayenne)');
    expect(text).toContain('Mardi 27 septembre 2022');
    expect(text).toContain('jeudi 30 juin 2022');
    const other = await services.mailbox.next(scene.karim.email);
    const links = [mail, other].map((one) => one.links.find((link) => link.includes('/votes/')) ?? '');
    expect(new Set(links).size).toBe(2);
    const opened = await scene.follow(links[0]);
    expect(opened).toMatchObject({ kind: 'ballot', personId: scene.maud.id, scope: { can: { organise: false } } });
    expect(await enterPoll(services, viewerOf(scene.karim), slug)).toMatchObject({ can: { organise: false } });
    // a link looked at votes for nobody
    const answered = await database.db.selectFrom('datePollVoters').select('id').where('answeredAt', 'is not', null).execute();
    expect(answered).toEqual([]);
    const stored = await database.db.selectFrom('linkTokens').select(['hash', 'purpose']).where('purpose', '=', 'date_poll').execute();
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain(links[0]?.split('/votes/')[1] ?? '-');
  });

  test('the same form sent twice opens one poll and writes once', async () => {
    const id = crypto.randomUUID();
    const [one, other] = await Promise.all([scene.create({}, { id }), scene.create({}, { id })]);
    expect([one, other].map((each) => each.ok)).toEqual([true, true]);
    expect((await services.mailbox.unread()).sort()).toEqual([scene.karim.email, scene.maud.email].sort());
  });

  test('an address typed twice, or that of a member, is one voter', async () => {
    const lucia = { address: 'lucia.paz@rosario.example', name: 'Lucía Paz' };
    const asked = {
      ...scene.draft().asked,
      addresses: [lucia, { ...lucia, name: '' }, { address: scene.karim.email, name: 'K. Belhadj' }],
    };
    const twice = { ...asked, addresses: asked.addresses.filter((_, index) => index !== 1) };
    expect(await scene.plan({ asked: twice })).toMatchObject({ ok: true, people: { people: 5, reachable: 3 } });
    const { poll } = await scene.open({ asked: twice }, 3);
    const voters = await database.db.selectFrom('datePollVoters').select('cameAs').where('pollId', '=', poll.pollId).execute();
    expect(voters.map((voter) => voter.cameAs).sort()).toEqual(['member', 'member', 'member', 'member', 'person']);
    expect((await services.mailbox.next(lucia.address)).to?.[0]?.name).toBe('Lucía Paz');
  });

  test.for([
    ['no date', { dates: [] }, [{ field: 'dates', fault: 'none' }]],
    [
      'the same date twice',
      {
        dates: [
          { day: '2022-09-13', starts: '16:00' },
          { day: '2022-09-13', starts: '16:00' },
        ],
      },
      [{ field: 'date', date: { index: 1, fault: 'twice' } }],
    ],
    ['a date in the past', { dates: [{ day: '2022-05-31', starts: '16:00' }] }, [{ field: 'date', date: { index: 0, fault: 'past' } }]],
    [
      'an hour that does not exist',
      { dates: [{ day: '2023-03-26', starts: '02:30' }] },
      [{ field: 'date', date: { index: 0, fault: 'missing_hour', next: '2023-03-26T03:00' } }],
    ],
    ['a deadline in the past', { deadline: '2022-05-31' }, [{ field: 'deadline', fault: 'deadline_past' }]],
    ['a deadline on the day of the first date', { deadline: '2022-09-13' }, [{ field: 'deadline', fault: 'deadline_after_first' }]],
    [
      '21 dates',
      { dates: Array.from({ length: 21 }, (_, index) => ({ day: `2022-09-${String(index + 1).padStart(2, '0')}`, starts: null })) },
      [{ field: 'dates', fault: 'too_many' }],
    ],
    ['more organisations than are asked', { minOrganisations: 5 }, [{ field: 'minOrganisations', fault: 'more_than_asked', most: 4 }]],
    ['nobody', { asked: { personIds: [], requiredIds: [], addresses: [] } }, [{ field: 'voters', fault: 'nobody' }]],
  ] as const)('refuses %s, and says so', async ([_, given, faults]) => {
    const refused = await scene.plan(given as Parameters<typeof scene.plan>[0]);
    expect(refused).toEqual({ ok: false, faults });
  });

  test('shows no poll to strangers, nor to members who are not asked', async () => {
    const { slug } = await scene.open(
      { asked: { ...scene.draft().asked, personIds: [scene.ines.id, scene.karim.id] }, minOrganisations: 0 },
      1,
    );
    const stranger = viewerOf(await makePerson(database.db));
    for (const viewer of [stranger, viewerOf(scene.maud)])
      await expect(enterPoll(services, viewer, slug)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('losing one’s place in the group ends the ballot and the link at once', async () => {
    const { slug, ids } = await scene.open();
    const link = (await services.mailbox.next(scene.maud.email)).links.find((one) => one.includes('/votes/'));
    const before = await scene.ballotOf(slug, scene.maud);
    await database.db.deleteFrom('memberships').where('personId', '=', scene.maud.id).execute();
    expect(await scene.follow(link)).toBeNull();
    expect(await scene.follow('https://tertulia.example/votes/unknown')).toBeNull();
    await expect(enterPoll(services, viewerOf(scene.maud), slug)).rejects.toMatchObject({ init: { status: 404 } });
    // what was on its way when the place was lost is not written either
    const cast = await castVotes(services, before, { votes: [{ optionId: ids[0] ?? '', vote: 'yes' }], comment: null });
    expect(cast).toEqual({ ok: false, reason: 'gone' });
  });
});
