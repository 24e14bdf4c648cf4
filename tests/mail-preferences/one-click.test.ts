import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRequestListener } from '#server/http/request-listener.ts';
import { decideDelivery } from '#server/mail-preferences/decide-delivery.ts';
import { unsubscribeAddress } from '#server/mail-preferences/unsubscribe-address.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const server = createServer();

beforeAll(async () => {
  const build = () => Promise.reject(new Error('a page was asked for'));
  server.on('request', createRequestListener(services, { build, clientFolder: 'build/client', dev: undefined }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const PAIR = 'List-Unsubscribe=One-Click';

/** Posts as a mail program does, and tells what came back. Without a length the body is sent in chunks. */
async function post(
  path: string,
  { body = PAIR, headers = {}, chunked = false }: { body?: string; headers?: Record<string, string>; chunked?: boolean } = {},
) {
  const { port } = server.address() as AddressInfo;
  const length = chunked ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...FORM, ...length, ...headers } });
  // the answer may come, and the connection end, before a body that is too long was read
  sent.on('error', () => {});
  if (chunked) sent.flushHeaders();
  sent.end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}

async function reader() {
  const { id, email } = await makePerson(database.db);
  const mail = { template: 'minutes-published' as const, payload: {}, personId: id, toAddress: email };
  const path = (locale: 'fr' | 'en' = 'fr') => new URL(unsubscribeAddress(services, { address: email, kind: 'minutes', locale })).pathname;
  return { path, decided: () => decideDelivery(services, mail) };
}

test('one POST ends the mails of that kind; a second one changes nothing and says the same', async () => {
  const { path, decided } = await reader();
  expect(await decided()).toBe('send');
  const first = await post(path());
  expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  expect(first.headers['set-cookie']).toBeUndefined();
  expect(await decided()).toBe('withhold');
  expect(await post(path())).toMatchObject({ status: 200, text: first.text });
});

test('it may come as multipart, without its length, under /en, from another origin and with any cookie', async () => {
  const boundary = 'b0und4ry';
  const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;
  const ways: Parameters<typeof post>[1][] = [
    { body: multipart, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } },
    { chunked: true },
    { headers: { Origin: 'https://mail.example', Cookie: 'tertulia=whatever; __Host-session=x' } },
    { headers: { Origin: 'null' } },
  ];
  for (const way of ways)
    for (const locale of ['fr', 'en'] as const) {
      const { path, decided } = await reader();
      expect(await post(path(locale), way)).toMatchObject({ status: 200 });
      expect(await decided()).toBe('withhold');
    }
});

test('a POST that does not ask for it, or is longer than any form of it, changes nothing', async () => {
  const { path, decided } = await reader();
  for (const body of ['', 'List-Unsubscribe=Later', 'intent=refuse', '{"List-Unsubscribe":"One-Click"}', `x=${'y'.repeat(50_000)}&${PAIR}`])
    for (const chunked of [false, true]) expect(await post(path(), { body, chunked })).toMatchObject({ status: 400 });
  expect(await decided()).toBe('send');
});

test('a link that is cut, changed or invented is answered alike', async () => {
  const { path } = await reader();
  const wrong = [path().slice(0, -1), `${path()}A`, `${path().slice(0, -4)}AAAA`, `/unsubscribe/${'x'.repeat(43)}`, '/unsubscribe/%2e%2e'];
  const answers = await Promise.all(wrong.map((address) => post(address)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});
