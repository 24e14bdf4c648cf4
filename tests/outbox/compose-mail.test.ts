import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { composeMail } from '#server/outbox/compose-mail.ts';

const mail: RenderedMail = { subject: 'Point Amérique latine', html: '<p>Bonjour</p>', text: 'Bonjour' };
const envelope = { mailId: '0192', to: { address: 'karim@nanterre.example', name: 'Karim Belhadj' }, from: 'reunions@reseau.example' };
const ics = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'SUMMARY:Réunion', 'END:VCALENDAR', ''].join('\r\n');

/** The mail as it goes over the wire. */
async function wire(rendered: RenderedMail, to = envelope.to): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail(composeMail(rendered, { ...envelope, to }));
  return String(message);
}

const headersOf = (raw: string) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n');

test('line breaks in a title or a name never become headers', async () => {
  const hostile = 'Réunion\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>\u2028X-Evil: 1';
  const raw = await wire(
    { ...mail, subject: hostile, organiser: { name: hostile, address: 'ines@reseau.example' } },
    { address: 'karim@nanterre.example', name: hostile },
  );
  const names = headersOf(raw).map((line) => line.split(':')[0]);
  expect(names).not.toContain('Bcc');
  expect(names).not.toContain('X-Evil');
  const parsed = await PostalMime.parse(raw);
  expect(parsed.subject).toBe('Réunion Bcc: all@example.org <script>alert(1)</script> X-Evil: 1');
  expect(parsed.to?.map((to) => to.address)).toEqual(['karim@nanterre.example']);
});

test('a name with commas, quotes and angle brackets is one recipient', async () => {
  const raw = await wire(mail, { address: 'karim@nanterre.example', name: 'Belhadj, "Karim" <all@example.org>' });
  const { to } = await PostalMime.parse(raw);
  expect(to).toHaveLength(1);
  expect(to?.[0]?.address).toBe('karim@nanterre.example');
});

test('no out-of-office answers: every mail says that a machine sent it (RFC 3834)', async () => {
  const headers = headersOf(await wire(mail));
  expect(headers).toContain('Auto-Submitted: auto-generated');
  expect(headers).toContain('Message-ID: <0192@reseau.example>');
  expect(headers.filter((line) => line.startsWith('List-'))).toEqual([]);
});

test('a mail that can be unsubscribed from carries the one-click headers (RFC 8058)', async () => {
  const headers = headersOf(await wire({ ...mail, unsubscribeUrl: 'https://reseau.example/preferences?k=1' }));
  expect(headers).toContain('List-Unsubscribe: <https://reseau.example/preferences?k=1>');
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('an answer to an invitation reaches who organises, while the mail comes from the product', async () => {
  const parsed = await PostalMime.parse(await wire({ ...mail, organiser: { name: 'Inès Robledo', address: 'ines@reseau.example' } }));
  expect(parsed.from).toMatchObject({ name: 'Inès Robledo · Tertulia', address: 'reunions@reseau.example' });
  expect(parsed.replyTo?.[0]).toMatchObject({ address: 'ines@reseau.example' });
});

test('the calendar part is the last alternative and once more a file, byte for byte the same', async () => {
  const raw = await wire({ ...mail, calendar: { method: 'REQUEST', ics } });
  const types = [...raw.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map((match) => match[1]);
  expect(types).toEqual(['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar', 'application/ics']);
  expect(raw.replace(/\r\n[ \t]/g, ' ')).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r\n/);
  const encoded = [...raw.matchAll(/Content-Type: (?:text\/calendar|application\/ics)[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n-/g)];
  const bytes = encoded.map((match) => Buffer.from(match[1] ?? '', 'base64').toString('utf8'));
  expect(bytes).toEqual([ics, ics]);
  expect(raw).toMatch(/Content-Disposition: attachment; filename=invite\.ics/);
  expect(raw.match(/Content-Disposition/g)).toHaveLength(1);
});

test('no line of a mail is longer than 998 bytes (RFC 5322, 2.1.1)', async () => {
  const long = 'é'.repeat(5000);
  const raw = await wire({ ...mail, subject: long, text: long, html: `<p>${long}</p>` });
  expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
});
