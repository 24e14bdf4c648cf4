import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { GroupLedger } from '#app/groups/group-ledger.tsx';
import { AfterThat } from '#app/home/after-that.tsx';
import type { MeetingRow } from '#db/meetings/read.ts';

const haiti: MeetingRow = {
  ...{ id: 'h', slug: 'haiti', title: 'Groupe-pays Haïti', kind: 'group_meeting', status: 'scheduled', visibility: 'public' },
  ...{ edtf: '2026-11-24T09:00/2026-11-24T10:30', timeZone: 'America/Port-au-Prince', placeName: '', online: true },
  ...{ startsAt: '2026-11-24T14:00:00Z', endsAt: '2026-11-24T15:30:00Z', groupSlug: 'haiti', groupName: 'Haïti' },
  ...{ themes: [], countries: ['HT'], minutesVersion: null },
};
const written = (page: React.ReactNode) => renderToStaticMarkup(<MemoryRouter>{page}</MemoryRouter>).replaceAll('\u00a0', ' ');

test('the meetings after the next stand on the clock of the page, with their own hour named', () => {
  const page = (zone: string) => written(<AfterThat after={[haiti]} today="2026-11-21" zone={zone} />);
  expect(page('Europe/Paris')).toContain('15 h – 16 h 30 (9 h à Port-au-Prince)');
  expect(page('America/Port-au-Prince')).toContain('9 h – 10 h 30, ');
  expect(page('America/Port-au-Prince')).not.toContain('Port-au-Prince)');
  // 14:00 UTC is the next day in Auckland
  expect(page('Pacific/Auckland')).toContain('<b>25</b>');
});

test('the list of groups too', () => {
  const group = {
    ...{ id: 'g', slug: 'haiti', name: 'Haïti', kind: 'country', visibility: 'public', description: '' },
    next: haiti,
  } as const;
  const html = written(<GroupLedger groups={[group as never]} year="2026" clock="Europe/Paris" />);
  expect(html).toContain('15 h</span>');
  expect(html).toContain('mardi 24 novembre (9 h à Port-au-Prince)');
});
