import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInboundMail } from '#server/inbox/inbound-handler.ts';
import { inviteOne, planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { gmail } from './mails.ts';

const database = useDatabase();
const services = useServices(database);
const secret = 'a secret that a provider knows, long';
const bearer = { Authorization: `Bearer ${secret.replaceAll(' ', '-')}` };

let url = '';
const server = createServer();
beforeAll(async () => {
  const inbox = { ...services.env.inbox, inboundSecret: secret.replaceAll(' ', '-') };
  const app = express();
  app.use('/inbound-mail', acceptInboundMail({ ...services, env: { ...services.env, inbox } }));
  app.use('/closed', acceptInboundMail(services));
  server.on('request', app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function replyMail() {
  services.clock.set('2022-06-03T08:00:00Z');
  const { meeting } = await planScene(database, services);
  const { person, attendance } = await inviteOne(database, services, meeting.id);
  return { raw: gmail({ uid: `meeting-${meeting.id}@tertulia.example`, from: person.email }), attendance };
}

const push = (body: Uint8Array | string, headers: Record<string, string>, path = '/inbound-mail') =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'Content-Type': 'message/rfc822', ...headers },
  });

test('a mail that is pushed is treated, and pushed again changes nothing', async () => {
  const { raw, attendance } = await replyMail();
  for (const _ of [1, 2]) {
    const response = await push(raw, bearer);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ outcome: 'recorded' });
  }
  const { answer } = await database.db.selectFrom('attendances').select('answer').where('id', '=', attendance.id).executeTakeFirstOrThrow();
  expect(answer).toBe('in_person');
});

test('nobody pushes without the secret, nor where none is set, nor otherwise than by POST', async () => {
  const { raw } = await replyMail();
  for (const headers of [
    {},
    { Authorization: 'Bearer wrong' },
    { Authorization: `Basic ${bearer.Authorization.slice(7)}` },
    { Authorization: '' },
  ]) {
    const response = await push(raw, headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  }
  expect((await push(raw, bearer, '/closed')).status).toBe(404);
  const got = await fetch(`${url}/inbound-mail`, { headers: bearer });
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
});

test('nothing, something compressed, and something over 25 MB are refused', async () => {
  expect((await push('', bearer)).status).toBe(400);
  expect((await push('x', { ...bearer, 'Content-Encoding': 'gzip' })).status).toBe(415);
  expect(await pushChunks(26)).toBe(413);
});

test('half of a mail, whose sender went away, is not taken', async () => {
  const request = httpRequest(`${url}/inbound-mail`, { method: 'POST', headers: { ...bearer, 'Content-Length': '1000' } });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  request.on('error', () => {}).on('close', () => resolve());
  request.write('From: <half@cut.example>\r\n');
  request.destroy();
  await gone;
  // the next one is taken, so the half one has been dealt with
  const { raw } = await replyMail();
  expect((await push(raw, bearer)).status).toBe(200);
  expect(await database.db.selectFrom('inboxMails').select('id').where('fromAddress', '=', 'half@cut.example').execute()).toEqual([]);
});

test('a mail of almost 25 MB is taken', async () => {
  const attachment = Buffer.alloc(24_000_000, `${'QUJD'.repeat(19)}\r\n`);
  const raw = Buffer.concat([
    Buffer.from('From: <a@b.example>\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
    attachment,
  ]);
  expect(await (await push(raw, bearer)).json()).toEqual({ outcome: 'kept' });
});

test('what cannot be written down now is asked for again', async () => {
  const { raw } = await replyMail();
  const selectFrom = () => {
    throw new Error('connection lost');
  };
  const lost = {
    ...services,
    log: { ...services.log, error: () => {} },
    db: Object.create(services.db, { selectFrom: { value: selectFrom } }),
  };
  const app = express().use(acceptInboundMail({ ...lost, env: { ...services.env, inbox: { ...services.env.inbox, inboundSecret: 'x' } } }));
  const away = createServer(app).listen(0, '127.0.0.1');
  await once(away, 'listening');
  const response = await fetch(`http://127.0.0.1:${(away.address() as AddressInfo).port}`, {
    ...{ method: 'POST', body: new Uint8Array(raw), headers: { Authorization: 'Bearer x' } },
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
  away.close();
});

/** Sends so many megabytes without telling how many there will be. */
async function pushChunks(megabytes: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = httpRequest(`${url}/inbound-mail`, { method: 'POST', headers: bearer }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  // the server closes while we still send
  request.on('error', reject);
  const chunk = Buffer.alloc(1_000_000, 'x');
  for (let sent = 0; sent < megabytes && !request.destroyed; sent += 1)
    if (!request.write(chunk)) await Promise.race([once(request, 'drain'), promise]);
  request.end();
  return promise;
}
