import { describe, expect, test } from 'vitest';
import { DATE_VOTES } from '#app/model/date-polls.ts';
import { type CountedVoter, type DateTally, type GivenVote, rankDates } from '#app/model/rank-dates.ts';
import { oneOf, randomFrom, SEED } from '#tests/support/random.ts';

const voter = (id: string, organisationName: string, required = false): CountedVoter => ({ id, name: id, organisationName, required });
const votes = (optionId: string, said: Record<string, GivenVote['vote']>): GivenVote[] =>
  Object.entries(said).map(([voterId, vote]) => ({ voterId, optionId, vote }));

const voters = [
  voter('inès', 'Cités Unies France', true),
  voter('karim', 'Ville de Nanterre'),
  voter('aïcha', 'Ville de Nanterre'),
  voter('maud', ''),
];

describe('the best dates of a poll', () => {
  test('a date that satisfies the rule comes before one with more yes', () => {
    const given = [
      ...votes('13', { karim: 'yes', aïcha: 'yes', maud: 'yes', inès: 'no' }),
      ...votes('20', { inès: 'yes', karim: 'if_needed', aïcha: 'no' }),
    ];
    const { dates, leaders, reason } = rankDates({ optionIds: ['13', '20'], voters, votes: given }, { minOrganisations: 2 });
    expect({ leaders, reason }).toEqual({ leaders: ['20'], reason: 'rule' });
    expect(dates[1]).toMatchObject({ optionId: '13', organisationsMissing: 1, requiredMissing: [{ name: 'inès', vote: 'no' }] });
  });

  test('an organisation counts once, whoever comes for it, and somebody without one counts for none', () => {
    const { dates } = rankDates(
      { optionIds: ['13'], voters, votes: votes('13', { karim: 'yes', aïcha: 'yes', maud: 'yes' }) },
      { minOrganisations: 0 },
    );
    expect(dates[0]).toMatchObject({ yes: 3, organisationsYes: 1, organisationsAble: 1 });
  });

  test('whoever is required and says nothing is missing as much as who says no', () => {
    const { dates } = rankDates({ optionIds: ['13'], voters, votes: [] }, { minOrganisations: 0 });
    expect(dates[0]).toMatchObject({ satisfied: false, requiredMissing: [{ voterId: 'inès', vote: null }] });
  });

  test('a yes outweighs an « if need be »: one voter’s yes and if need be are no tie, nor are many if need be', () => {
    const free = voters.map((one) => ({ ...one, organisationName: '', required: false }));
    const given = [...votes('13', { inès: 'if_needed', karim: 'if_needed' }), ...votes('20', { inès: 'yes' })];
    const { leaders, reason } = rankDates({ optionIds: ['13', '20'], voters: free, votes: given }, { minOrganisations: 0 });
    expect({ leaders, reason }).toEqual({ leaders: ['20'], reason: 'people' });
  });

  test('with the same yes, more who can come; then fewer who refuse', () => {
    const free = voters.map((one) => ({ ...one, required: false }));
    const given = [
      ...votes('13', { inès: 'yes', karim: 'if_needed' }),
      ...votes('15', { inès: 'yes' }),
      ...votes('20', { inès: 'yes', maud: 'no' }),
    ];
    const { dates, reason } = rankDates({ optionIds: ['20', '15', '13'], voters: free, votes: given }, { minOrganisations: 0 });
    expect(dates.map((date) => date.optionId)).toEqual(['13', '15', '20']);
    expect(reason).toBe('able');
  });

  test('dates that nothing tells apart lead together, in the order of time', () => {
    const given = [...votes('13', { inès: 'yes' }), ...votes('20', { inès: 'yes' })];
    const { leaders, reason } = rankDates({ optionIds: ['13', '20'], voters, votes: given }, { minOrganisations: 0 });
    expect({ leaders, reason }).toEqual({ leaders: ['13', '20'], reason: 'tie' });
  });

  test('no date leads before anybody can come', () => {
    const { leaders, reason } = rankDates({ optionIds: ['13'], voters, votes: votes('13', { karim: 'no' }) }, { minOrganisations: 0 });
    expect({ leaders, reason }).toEqual({ leaders: [], reason: 'nobody' });
  });

  test(`whatever is voted, the order is the rule’s, and one more yes never makes a date worse (seed ${SEED})`, () => {
    const random = randomFrom(SEED);
    const organisations = ['', 'Nanterre', 'Bordeaux', 'Chartres'];
    for (let round = 0; round < 400; round++) {
      const people = Array.from({ length: 1 + random(8) }, (_, index) => voter(`v${index}`, oneOf(organisations, random), random(4) === 0));
      const optionIds = Array.from({ length: 1 + random(6) }, (_, index) => `o${index}`);
      const given = people.flatMap(({ id }) =>
        optionIds.flatMap((optionId): GivenVote[] => (random(4) === 0 ? [] : [{ voterId: id, optionId, vote: oneOf(DATE_VOTES, random) }])),
      );
      const rule = { minOrganisations: random(4) };
      const { dates, leaders } = rankDates({ optionIds, voters: people, votes: given }, rule);
      expect(dates.map((date) => date.optionId).sort()).toEqual([...optionIds].sort());
      for (const [index, date] of dates.entries()) {
        const next = dates[index + 1];
        if (next) expect(keyOf(date) >= keyOf(next)).toBe(true);
        if (next) expect(date.rank === next.rank).toBe(keyOf(date) === keyOf(next));
        expect(date.yes + date.ifNeeded + date.no).toBeLessThanOrEqual(people.length);
        expect(leaders.includes(date.optionId)).toBe(date.rank === 1 && (dates[0]?.yes ?? 0) + (dates[0]?.ifNeeded ?? 0) > 0);
      }
      const raised = given.find((one) => one.vote !== 'yes');
      if (!raised) continue;
      const after = rankDates(
        { optionIds, voters: people, votes: given.map((one) => (one === raised ? { ...one, vote: 'yes' as const } : one)) },
        rule,
      );
      const rankOf = (ranking: typeof dates) => ranking.find((date) => date.optionId === raised.optionId)?.rank ?? 0;
      expect(rankOf(after.dates)).toBeLessThanOrEqual(rankOf(dates));
    }
  });
});

/** The order in one number, written apart from the code that sorts. */
function keyOf({ satisfied, organisationsYes, yes, ifNeeded, no }: DateTally): number {
  return Number(satisfied) * 1e9 + organisationsYes * 1e7 + yes * 1e5 + (yes + ifNeeded) * 1e3 - no;
}
