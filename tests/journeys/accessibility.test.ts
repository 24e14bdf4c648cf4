import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { NEXT_EDITION } from './next-edition.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

const PAST = '/meetings/2020-11-30-brainstorming-amerique-latine';
const PUBLIC = [
  ...[
    '/',
    '/calendar',
    '/calendar?view=list',
    '/calendar?view=list&when=past',
    '/calendar?view=week&date=2023-09-18',
    '/calendar?date=2023-09',
    '/calendar?view=year',
    '/calendar?date=99999&group=nowhere',
    '/calendar/embed',
    '/embed/calendar',
    '/embed/calendar?view=week&date=2023-09-18&look=dark',
    '/subscribe',
    '/sign-in',
    '/groups',
    '/groups/dalc',
    '/directory',
    '/minutes',
  ],
  ...[
    PAST,
    '/minutes/2020-11-30-brainstorming-amerique-latine',
    '/minutes/2014-03-26-groupe-pays-mexique',
    '/editions/raict-2023',
    '/editions/raict-2023/programme',
    '/editions/raict-2023/programme?region=africa',
    '/editions/raict-2023/programme/print',
    '/editions/raict-2023/changes',
    '/editions/raict-2023/my-programme',
    '/meetings/raict-2023-afrique',
    '/editions/raict-2023/figures',
    '/editions/raict-2023/volume',
    `${NEXT_EDITION}/register`,
    `${NEXT_EDITION}/register/delegation`,
    '/registrations/none',
    '/live',
    '/speaking/none',
  ],
  ...['/meetings/rencontre-sante', '/mailbox', '/mails/previews', '/mails/previews/invitation', '/nothing-here'],
];
const ORGANISERS = [
  ...[
    '/groups/new',
    '/groups/dalc/edit',
    '/groups/dalc/members',
    '/groups/dalc/members/import',
    '/meetings/new?group=dalc',
    '/account',
    '/account/mail',
  ],
  ...['/groups/dalc/outside-events', '/groups/dalc/outside-events/new'],
  ...['/groups/dalc/series', '/groups/dalc/series/new'],
  ...['/groups/dalc/polls', '/groups/dalc/polls/new', '/polls/rencontre-climat-c11ac011', '/polls/rencontre-climat-c11ac011/edit'],
  '/editions/raict-2023/speakers',
  '/editions/raict-2023/volume/prepare',
  ...['/rapporteurs', '/rapporteurs/raict-2023-afrique', '/headings'].map((page) => `/editions/raict-2023${page}`),
  ...['/report', '/open-notes'].map((page) => `/meetings/raict-2023-afrique${page}`),
  ...['/editions/new', `${NEXT_EDITION}/edit`, `${NEXT_EDITION}/duplicate`],
  ...['', '/settings', '/new'].map((page) => `${NEXT_EDITION}/registrations${page}`),
  ...['', '/frame', '/publish', '/sessions/new'].map((page) => `${NEXT_EDITION}/prepare${page}`),
  ...['/editions/raict-2023/check-in', '/editions/raict-2023/badges'],
  ...['/imports', '/imports/new?group=dalc', '/mails/received', '/mails'],
  ...[
    '',
    '/edit',
    '/agenda',
    '/attendees',
    '/reminders',
    '/mails',
    '/live',
    '/live?view=current',
    '/live/intervention',
    '/live/polls/new',
    '/live/phones',
    '/live/screen',
    '/live/history',
    '/minutes',
    '/minutes?show=public',
    '/minutes?show=internal',
    '/minutes/return',
    '/cancel',
  ].map((part) => `${PAST}${part}`),
];

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  describe.each(Object.keys(DEVICES) as (keyof typeof DEVICES)[])('on a %s', (device) => {
    let visitor: Page;
    let organiser: Page;
    beforeAll(async () => {
      const options = { ...DEVICES[device], colorScheme, reducedMotion: 'reduce' as const };
      visitor = (await browser.newVisitor(options)).page;
      organiser = (await browser.newVisitor(options)).page;
      await signInAs(organiser, product.url, 'organiser');
    });

    test.each(PUBLIC)('%s can be used by everyone', async (path) => {
      await visitor.goto(`${product.url}${path}`);
      expect(await violations(visitor)).toEqual([]);
      expect(await overflow(visitor)).toBeLessThanOrEqual(0);
    });

    test.each(ORGANISERS)('%s can be used by every organiser', async (path) => {
      await organiser.goto(`${product.url}${path}`);
      expect(await violations(organiser)).toEqual([]);
      expect(await overflow(organiser)).toBeLessThanOrEqual(0);
    });
  });
});

describe('in English', () => {
  test.each(['/en', '/en/groups/dalc', '/en/minutes/2020-11-30-brainstorming-amerique-latine', '/en/sign-in', `/en${PAST}`])(
    '%s says so and can be used',
    async (path) => {
      const { page } = await browser.newVisitor();
      await page.goto(`${product.url}${path}`);
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
      expect(await violations(page)).toEqual([]);
    },
  );
});

test('the smallest phone (320 px) shows every public page without scrolling sideways', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  for (const path of PUBLIC) {
    await page.goto(`${product.url}${path}`);
    if ((await overflow(page)) > 0) wide.push(path);
  }
  expect(wide).toEqual([]);
});
