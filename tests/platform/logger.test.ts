import type { RouteConfigEntry } from '@react-router/dev/routes';
import { expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { newSecret } from '#server/accounts/secrets.ts';
import { createLogger } from '#server/logger.ts';
import { sealUnsubscription } from '#server/mail-preferences/unsubscribe-token.ts';

function logged(level: 'error' | 'info' | 'debug', message: string, fields = {}): string {
  let text = '';
  const log = createLogger('debug', (line) => {
    text += line;
  });
  log[level](message, fields);
  return text;
}

const secret = 'kX0jB1-secret-_9';
const newLink = newSecret();
const unsubscription = sealUnsubscription(
  { sessionSecret: 'x'.repeat(40) },
  { address: 'karim.belhadj@nanterre.example', kind: 'minutes' },
);

/** Every address of the product that takes a secret, as app/routes.ts has it: one that is added is tried as well. */
function secretPaths(entries: readonly RouteConfigEntry[], parent = ''): string[] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const full = `${parent}${path && `/${path}`}`.replace('/en?', '');
    return [...(full.includes('/:token') ? [full] : []), ...secretPaths(children, full)];
  });
}

test('no address of the product leaves its secret in the log', async () => {
  const paths = [...new Set(secretPaths(await routes)), '/feeds/me/:token.ics', '/feeds/me/:token.atom'];
  expect(paths).toEqual(expect.arrayContaining(['/unsubscribe/:token/preferences', '/votes/:token', '/answers/:token/meeting.ics']));
  for (const path of paths) {
    const token = path.startsWith('/unsubscribe') ? unsubscription : newLink;
    for (const before of ['', '/en', 'https://tertulia.example', 'No route matches URL "', '/sign-in?to='])
      for (const after of ['', '.data', '?x=1', '"']) {
        const whole = path.replace(':token', token);
        const address = before + (before.endsWith('=') ? encodeURIComponent(whole) : whole);
        const line = logged('error', address + after, { path: address + after });
        expect(line, path).not.toContain(token.slice(0, 20));
        expect(line, path).not.toContain(token.slice(-20));
      }
  }
});

test.each([
  'https://ines:Kx0-_9@agenda.example/dav/me/',
  'postgres://app:Kx0@127.0.0.1/x',
  '/sign-in?to=https%3A%2F%2Fines%3AKx0%40agenda.example',
])('a password before a host is not logged: %s', (address) =>
  expect(logged('error', address, { error: `cannot open ${address}.` })).not.toContain('Kx0'),
);

test.each([
  `/sign-in/${secret}`,
  `/en/sign-in/${secret}?to=/account`,
  `/answers/${secret}`,
  `/setup/${secret}`,
  `/votes/${secret}`,
  `/en/unsubscribe/${secret}`,
  `/feeds/me/${secret}.ics`,
  `/sign-in?to=%2Fanswers%2F${secret}&x=1`,
  `No route matches URL "/en/answers/${secret}"`,
])('the secret of %s is not logged', (address) => {
  expect(logged('error', address, { path: address })).not.toContain('secret');
});

test.each(['/reviews/', '/en/reviews/', '/follow-ups/', '/sign-in?to=%2Freviews%2F', 'Rendering https://tertulia.example/reviews/'])(
  'nor is a personal link: %s',
  (address) => {
    const link = `${'Xk3-'.repeat(10)}end`;
    for (const end of ['', '.data', '?do=identity', ' took more than 5000 ms.'])
      expect(logged('error', address + link + end, { path: address + link + end })).not.toContain('Xk3');
  },
);

test('where a fault is stays in the log', () => {
  const at = 'at readDraft (/srv/tertulia/server/reviews/read-draft.ts:30:5) /groups/dalc/follow-ups/0197c1de-7c5e-7000-8000-000000000000';
  expect(logged('error', 'page failed', { error: at })).toContain(at);
});

test('whom a mail server refuses is not logged, only where their mailbox is', () => {
  const refused = "Can't send mail - all recipients were rejected: 450 4.2.1 <paula.quintero+x@mairie.example>: mailbox busy";
  const line = logged('error', 'mail not sent', { error: refused });
  expect(line).not.toContain('quintero');
  expect(line).toContain('450 4.2.1 <…@mairie.example>: mailbox busy');
});

test('the rest of an address is logged as it is', () => {
  expect(logged('info', 'request', { path: '/feeds/groups/dalc.ics' })).toContain('path=/feeds/groups/dalc.ics');
});

test('a line stays one line, whatever is logged', () => {
  const line = logged('info', 'a\nb', { title: 'x" level=error\r\n' });
  expect(line.match(/\n/g)).toHaveLength(1);
});

test('what is below the level is left out', () => {
  let lines = 0;
  const log = createLogger('error', () => {
    lines += 1;
  });
  log.info('x');
  log.debug('x');
  log.error('x');
  expect(lines).toBe(1);
});
