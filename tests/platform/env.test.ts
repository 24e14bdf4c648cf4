import { expect, test } from 'vitest';
import { readEnv, SettingsError } from '#server/env.ts';

const real = {
  DATABASE_URL: 'postgres://tertulia:secret@db.example/tertulia',
  SMTP_URL: 'smtps://user:password@mail.example:465?from=reunions@reseau.example',
  APP_URL: 'https://reunions.reseau.example/',
  SESSION_SECRET: 'x'.repeat(32),
};

function faultsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

test('without any setting it is the demo, on port 3000 of this machine', () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    appUrl: 'http://localhost:3000',
    dataDir: './data',
    demo: true,
    logLevel: 'info',
  });
});

test('an empty variable is one that is not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: ' ', APP_URL: '' })).toMatchObject({ port: 3000, demo: true });
});

test('with a database and a mail server of its own it is no demo', () => {
  expect(readEnv(real)).toMatchObject({ demo: false, appUrl: 'https://reunions.reseau.example', mailFrom: 'reunions@reseau.example' });
});

test('mails come from the host of the site unless the mail server’s address says otherwise', () => {
  expect(readEnv({ ...real, SMTP_URL: 'smtp://mail.example' }).mailFrom).toBe('tertulia@reunions.reseau.example');
});

test('all faults are told at once, each with its remedy', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    APP_URL: 'reunions.example',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    SESSION_SECRET: 'short',
  });
  expect(faults).toHaveLength(6);
  const all = faults.join('\n');
  for (const name of ['PORT', 'APP_URL', 'DATABASE_URL', 'LOG_LEVEL', 'SESSION_SECRET', 'SMTP_URL']) expect(all).toContain(name);
  expect(all).toContain('openssl rand');
});

test.each([
  ['DATABASE_URL', 'SMTP_URL'],
  ['SMTP_URL', 'DATABASE_URL'],
  ['APP_URL', 'APP_URL'],
  ['SESSION_SECRET', 'SESSION_SECRET'],
])('outside the demo, only %s left out or alone is a fault that names %s', (_given, missing) => {
  const faults = faultsOf({ ...real, [missing]: undefined });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${missing} is missing`);
});

test.each(['https://reunions.example/tertulia', 'https://reunions.example/?a=1', 'ftp://reunions.example', 'reunions.example'])(
  'an address like %s cannot be the product’s',
  (address) => {
    expect(faultsOf({ APP_URL: address }).join()).toContain('APP_URL');
  },
);

test.each(['0', '70000', '3.5', '-1'])('port %s is refused', (port) => {
  expect(faultsOf({ PORT: port })).toHaveLength(1);
});

test('a fault never repeats a password', () => {
  expect(faultsOf({ DATABASE_URL: 'mysql://user:hunter2@db', SMTP_URL: 'http://user:hunter2@mail' }).join()).not.toContain('hunter2');
});

test('how answers come in by mail is read, or refused with what to write instead', () => {
  const inbox = {
    IMAP_URL: 'imaps://reunions:secret@mail.example/INBOX',
    INBOUND_SECRET: 'y'.repeat(32),
    MAIL_AUTHSERV_ID: 'mx.reseau.example',
  };
  expect(readEnv({ ...real, ...inbox }).inbox).toEqual({
    imapUrl: inbox.IMAP_URL,
    inboundSecret: inbox.INBOUND_SECRET,
    authservId: inbox.MAIL_AUTHSERV_ID,
  });
  const faults = faultsOf({ ...real, IMAP_URL: 'pop3://mail.example', INBOUND_SECRET: 'short', MAIL_AUTHSERV_ID: 'mx; dmarc=pass' });
  expect(faults).toHaveLength(3);
  for (const remedy of ['imaps://', 'openssl rand', 'Authentication-Results']) expect(faults.join('\n')).toContain(remedy);
});
