import { describe, expect, test } from 'vitest';
import type { OrganisationKind } from '#app/model/directory.ts';
import { originOf, type Share, tell, tellShares } from '#app/model/figures.ts';

const shares = (given: Partial<Record<OrganisationKind, number>>): Share<OrganisationKind>[] =>
  Object.entries(given).map(([key, people]) => ({ key: key as OrganisationKind, people }));

describe('what is told of few people', () => {
  test('a count below five is not told; none at all is', () => {
    expect([0, 1, 4, 5, 60].map(tell)).toEqual([0, null, null, 5, 60]);
  });

  test('small parts of a whole stand together, the largest part first', () => {
    expect(tellShares(shares({ network: 3, commune: 40, embassy: 2, region: 12 }))).toEqual([
      { key: 'commune', people: 40 },
      { key: 'region', people: 12 },
      { key: null, people: 5 },
    ]);
  });

  test('a single small part hides a larger one with it, so that the whole less the others says nothing', () => {
    expect(tellShares(shares({ commune: 40, region: 6, embassy: 1 }))).toEqual([
      { key: 'commune', people: 40 },
      { key: null, people: 7 },
    ]);
  });

  test('where all are few, nothing is told', () => {
    expect(tellShares(shares({ commune: 2, embassy: 1 }))).toEqual([]);
    expect(tellShares([])).toEqual([]);
  });

  test('where nobody is few, nothing stands together', () => {
    expect(tellShares(shares({ commune: 5, region: 9, company: 0 }))).toEqual([
      { key: 'region', people: 9 },
      { key: 'commune', people: 5 },
    ]);
  });

  test('never tells of fewer than five, and loses nobody while anything is told', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const counts = [3, 7, 11, 13].map((step) => (seed * step) % 17);
      const [commune = 0, region = 0, state = 0, other = 0] = counts;
      const told = tellShares(shares({ commune, region, state, other }));
      expect(told.every(({ people }) => people >= 5)).toBe(true);
      if (told.length > 0) expect(told.reduce((sum, { people }) => sum + people, 0)).toBe(commune + region + state + other);
    }
  });

  test('France stands apart from the regions of the world', () => {
    expect(['FR', 'BE', 'SN', 'MQ', ''].map(originOf)).toEqual(['france', 'europe', 'africa', 'overseas', 'unknown']);
  });
});
