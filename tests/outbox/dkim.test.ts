import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authenticate } from 'mailauth';
import { afterAll, describe, expect, test } from 'vitest';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { readEnv } from '#server/env.ts';
import { type DkimKey, dkimRecord, inZoneFile, readDkimKey } from '#server/outbox/dkim-key.ts';
import { openMailer } from '#server/outbox/mailer.ts';
import { samplesOf } from '#server/outbox/previews/render-preview.ts';
import { useTroubledServer } from './troubled-server.ts';

const server = useTroubledServer();
const FROM = 'reunions@reseau.example';
const pem = (bits: number) =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
const PEM = pem(2048);
const settings = { DKIM_DOMAIN: 'reseau.example', DKIM_SELECTOR: 'tertulia1', DKIM_PRIVATE_KEY: PEM };

function keyOf(given: Parameters<typeof readDkimKey>[0] = settings): DkimKey {
  const { key, faults } = readDkimKey(given, FROM);
  if (!key) throw new Error(faults.join('\n'));
  return key;
}

/** DNS as the operator would fill it. */
function resolver(key: DkimKey) {
  const record = dkimRecord(key);
  return async (name: string, type: string) => {
    if (type === 'TXT' && name === record.name) return [[record.value]];
    if (type === 'TXT' && name === '_dmarc.reseau.example') return [['v=DMARC1; p=reject; adkim=s']];
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
}

async function sendAndVerify(mail: RenderedMail, change = (raw: string) => raw) {
  const key = keyOf();
  const mailer = openMailer(server.url, key);
  await mailer.send(mail, { mailId: '0192', to: { address: 'karim@nanterre.example', name: 'Karim Belhadj' }, from: FROM });
  mailer.stop();
  const raw = change(server.received.at(-1)?.toString('latin1') ?? '');
  const { dkim, dmarc } = await authenticate(Buffer.from(raw, 'latin1'), {
    trustReceived: false,
    sender: FROM,
    resolver: resolver(key),
    disableArc: true,
    disableBimi: true,
  });
  const [result] = dkim.results;
  const signed = /DKIM-Signature:[^:]*?;\s*h=([\s\S]*?);/.exec(raw)?.[1]?.replace(/\s/g, '').split(':') ?? [];
  return { dkim: result?.status.result, dmarc: dmarc ? dmarc.status.result : 'none', signed, raw };
}

const env = { appUrl: 'https://reseau.example', mailFrom: FROM };
const [invitation, cut] = samplesOf({ env } as Parameters<typeof samplesOf>[0], 'invitation', 'fr');

describe('the signature of a mail, as its receiver checks it on the bytes that came over the wire', () => {
  test('holds, for the domain of the sender, over all that requirement 64 names', async () => {
    const { dkim, dmarc, signed } = await sendAndVerify(invitation as RenderedMail);
    expect({ dkim, dmarc }).toEqual({ dkim: 'pass', dmarc: 'pass' });
    const wanted = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type', 'Reply-To'];
    const ofLists = ['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted'];
    const names = signed.map((name) => name.toLowerCase());
    expect([...wanted, ...ofLists].filter((name) => !names.includes(name.toLowerCase()))).toEqual([]);
  });

  test('holds with a long name, accents and a title that fills several lines', async () => {
    const subject = `Invitation : ${'coopération décentralisée, '.repeat(20)}fin`;
    const { dkim } = await sendAndVerify({
      ...(cut as RenderedMail),
      subject,
      organiser: { name: 'Inès Robledo-Núñez, « Ville de Bogotá »', address: FROM },
    });
    expect(dkim).toBe('pass');
  });

  test.each([
    ['another unsubscribe address', (raw: string) => raw.replace('/unsubscribe/', '/unsubscribe/x')],
    [
      'another one-click',
      (raw: string) =>
        raw.replace('List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'List-Unsubscribe-Post: List-Unsubscribe=Two-Click'),
    ],
    ['another recipient', (raw: string) => raw.replace('karim@nanterre.example', 'eve@nanterre.example')],
    ['another body', (raw: string) => raw.replace(/(\r\n\r\n[\s\S]*)Bonjour/, '$1Bonsoir')],
  ])('breaks with %s', async (_name, change) => {
    const { dkim, dmarc } = await sendAndVerify(invitation as RenderedMail, (raw) => {
      const changed = change(raw);
      expect(changed).not.toBe(raw);
      return changed;
    });
    expect(dkim).not.toBe('pass');
    expect(dmarc).toBe('fail');
  });
});

describe('the settings of the signature', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-dkim-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('take the key as text, with its line breaks written out, or as the path of a file', () => {
    const file = path.join(folder, 'key.pem');
    writeFileSync(file, PEM);
    for (const DKIM_PRIVATE_KEY of [PEM, PEM.replaceAll('\n', '\\n'), file])
      expect(keyOf({ ...settings, DKIM_PRIVATE_KEY }).privateKey).toBe(PEM);
  });

  test('take the domain of the sender, or one above it, and no other', () => {
    expect(keyOf({ ...settings, DKIM_DOMAIN: undefined }).domain).toBe('reseau.example');
    expect(readDkimKey(settings, 'a@mail.reseau.example').key?.domain).toBe('reseau.example');
    for (const sender of ['a@other.example', 'a@notreseau.example'])
      expect(readDkimKey(settings, sender).faults).toEqual([expect.stringContaining(`mails are from ${sender}`)]);
  });

  test('say which of them is missing or wrong, and what to do, but never the key', () => {
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const cases: [Parameters<typeof readDkimKey>[0], RegExp][] = [
      [{ DKIM_DOMAIN: 'reseau.example' }, /^DKIM_SELECTOR is missing/],
      [{ DKIM_SELECTOR: 'a' }, /^DKIM_PRIVATE_KEY is missing.*openssl/],
      [{ ...settings, DKIM_SELECTOR: 'a b' }, /^DKIM_SELECTOR must be/],
      [{ ...settings, DKIM_PRIVATE_KEY: '/nowhere/key.pem' }, /neither a key in PEM nor the path/],
      [{ ...settings, DKIM_PRIVATE_KEY: PEM.replace('MII', 'xxx') }, /is not a private key/],
      [{ ...settings, DKIM_PRIVATE_KEY: ed25519 }, /must be an RSA key/],
      [{ ...settings, DKIM_PRIVATE_KEY: pem(512) }, /too short/],
    ];
    for (const [given, said] of cases) {
      const { faults } = readDkimKey(given, FROM);
      expect(faults.filter((fault) => said.test(fault))).toHaveLength(1);
      expect(faults.join(' ')).not.toContain('BEGIN');
    }
    expect(readDkimKey({}, FROM)).toEqual({ faults: [] });
  });

  test('stop the start with all other faults, and never repeat the key', () => {
    const given = { ...settings, DKIM_DOMAIN: 'other.example', SMTP_URL: `smtp://mail.example?from=${FROM}`, MAIL_PER_MINUTE: '-1' };
    const start = () => readEnv(given);
    for (const said of ['DKIM_DOMAIN is other.example', 'MAIL_PER_MINUTE must be 0 or more', 'DATABASE_URL is missing'])
      expect(start).toThrow(said);
    expect(start).not.toThrow('PRIVATE KEY');
  });

  test('the record for DNS is cut into strings that a zone file can hold', () => {
    const line = inZoneFile(dkimRecord(keyOf()));
    expect(line).toMatch(/^tertulia1\._domainkey\.reseau\.example\. TXT "v=DKIM1; k=rsa; p=/);
    const strings = [...line.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
    expect(strings.every((text) => text.length <= 255)).toBe(true);
    expect(strings.join('')).toBe(dkimRecord(keyOf()).value);
  });
});
