import { describe, expect, test } from 'vitest';
import { organiserPages, publicPages } from '#app/programme/edition-pages.ts';

const edition = { timeZone: 'Europe/Paris', endsOn: '2027-02-09', opensOn: '2026-11-01', closesOn: '2027-02-01', bound: false };
const pathsAt = (now: string, facts: Partial<typeof edition> = {}) => publicPages({ ...edition, ...facts }, now).map(({ path }) => path);

describe('the pages of an edition', () => {
  test('lead to registering until it is over', () => {
    expect(pathsAt('2026-10-31T12:00:00Z')).toContain('/register');
    expect(pathsAt('2027-02-01T12:00:00Z')).toContain('/register');
    expect(pathsAt('2027-02-02T12:00:00Z')).not.toContain('/register');
  });

  test('go by the days of its own zone', () => {
    // past midnight in Paris
    expect(pathsAt('2027-02-01T23:30:00Z')).not.toContain('/register');
  });

  test('have figures once it has ended, and a volume once there is one', () => {
    expect(pathsAt('2027-02-09T12:00:00Z')).toEqual(['', '/programme', '/my-programme']);
    expect(pathsAt('2027-02-10T12:00:00Z', { bound: true })).toEqual(['', '/programme', '/my-programme', '/volume', '/figures']);
  });

  test('name nothing twice to those who hear the names', () => {
    const pages = [...publicPages({ ...edition, bound: true }, '2027-02-10T12:00:00Z'), ...organiserPages()];
    const names = pages.map(({ label, more = '' }) => `${label} ${more}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
