import { lookup } from 'node:dns/promises';
import { globSync, readFileSync } from 'node:fs';
import { Agent, type AgentOptions } from 'node:http';
import type { LookupFunction } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseCalendarAddress } from '#app/model/outside-calendars.ts';
import { type Door, publicDoor } from '#server/outside-events/fetch/door.ts';
import { type FetchOptions, fetchCalendar } from '#server/outside-events/fetch/fetch-calendar.ts';
import { faultOf } from '#server/outside-events/fetch/refused.ts';
import { calendarOf } from './files.ts';
import { loopbackDoor, useLocalServer } from './local-server.ts';

const local = useLocalServer();
const userAgent = 'Tertulia (+https://tertulia.example)';
const fetchLocal = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchCalendar(`${local.origin}${path}`, { userAgent, door: loopbackDoor, ...options });

beforeEach(() => {
  local.asked.length = 0;
});

describe('what is asked', () => {
  test('a plain request, without cookie, credential or referrer, and the file with its marks', async () => {
    local.answer = (_request, response) => response.setHeader('ETag', '"1"').setHeader('Content-Type', 'text/plain').end(calendarOf());
    const fetched = await fetchLocal('/a.ics?token=secret');
    expect(fetched).toMatchObject({ ok: true, changed: true, etag: '"1"', lastModified: null });
    expect(fetched.ok && fetched.changed && fetched.bytes.toString()).toBe(calendarOf());
    expect(Object.keys(local.asked[0]?.headers ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  test('the same file is not sent again', async () => {
    local.answer = (request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] ? 304 : 200;
      response.end();
    };
    const known = { etag: '"1"', lastModified: 'Mon, 20 Jun 2022 14:30:00 GMT' };
    expect(await fetchLocal('/a.ics', { known })).toEqual({ ok: true, changed: false });
    // nobody asked whether it is the same
    local.answer = (_request, response) => response.writeHead(304).end();
    expect(await fetchLocal('/a.ics', { known: { etag: null, lastModified: null } })).toEqual({ ok: false, fault: 'status', status: 304 });
  });

  test('a compressed file is read, in a form that was asked for', async () => {
    local.answer = (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(calendarOf()));
    const fetched = await fetchLocal('/a.ics');
    expect(fetched.ok && fetched.changed && fetched.bytes.toString()).toBe(calendarOf());
    local.answer = (_request, response) => response.setHeader('Content-Encoding', 'br').end('x');
    expect(await fetchLocal('/a.ics')).toEqual({ ok: false, fault: 'encoding', status: null });
    local.answer = (_request, response) => response.setHeader('Content-Encoding', 'gzip').end('not at all');
    expect(await fetchLocal('/a.ics')).toEqual({ ok: false, fault: 'damaged', status: null });
  });

  test.each([401, 404, 410, 500, 204])('an answer of %i is a fault', async (status) => {
    local.answer = (_request, response) => response.writeHead(status).end();
    expect(await fetchLocal('/a.ics')).toEqual({ ok: false, fault: 'status', status });
  });
});

describe('what fails on the way', () => {
  const none = new AbortController().signal;
  const coded = (code: string) => faultOf(Object.assign(new Error('x'), { code }), none);

  test('a name that cannot be resolved for a moment is a fault of that calendar, and no bug', async () => {
    const busy: LookupFunction = (host, _options, done) =>
      done(Object.assign(new Error(`getaddrinfo EAI_AGAIN ${host}`), { code: 'EAI_AGAIN' }), '', 4);
    const door: Door = { mayAsk: () => true, agentFor: () => new Agent({ lookup: busy } as AgentOptions) };
    expect(await fetchCalendar('http://agenda.example/', { userAgent, door })).toEqual({ ok: false, fault: 'unreachable', status: null });
  });

  test.each(['EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENOTFOUND', 'ECONNRESET', 'HPE_INVALID_CONSTANT', 'ERR_STREAM_PREMATURE_CLOSE'])(
    '%s: unreachable',
    (code) => expect(coded(code)).toEqual({ fault: 'unreachable', status: null }),
  );

  test.each(['CERT_HAS_EXPIRED', 'CRL_HAS_EXPIRED', 'INVALID_CA', 'ERR_OSSL_X', 'UNSUPPORTED_CERTIFICATE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s: a certificate that is not valid',
    (code) => expect(coded(code)).toEqual({ fault: 'certificate', status: null }),
  );

  test('a bug of ours is no fault of the network', () => {
    expect(() => faultOf(Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' }), none)).toThrow('x');
    expect(() => faultOf(new Error('y'), none)).toThrow('y');
  });
});

describe('what would never end', () => {
  test('a server that says nothing', async () => {
    local.answer = () => {};
    expect(await fetchLocal('/', { milliseconds: 200 })).toEqual({ ok: false, fault: 'timeout', status: null });
  });

  test('a server that says one letter at a time', async () => {
    local.answer = (_request, response) => {
      const drip = setInterval(() => response.write('B'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await fetchLocal('/', { milliseconds: 300 })).toEqual({ ok: false, fault: 'timeout', status: null });
  });

  test('a body without end, whatever length it says', async () => {
    local.answer = (_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(64_000, 'A')));
      };
      response.on('drain', more);
      more();
    };
    expect(await fetchLocal('/')).toEqual({ ok: false, fault: 'too_large', status: null });
  });

  test('a small file that becomes a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 'A'));
    expect(bomb.length).toBeLessThan(500_000);
    local.answer = (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(bomb);
    expect(await fetchLocal('/')).toEqual({ ok: false, fault: 'too_large', status: null });
  });

  test('headers without end, and a connection that breaks', async () => {
    local.answer = (_request, response) => response.setHeader('X', 'a'.repeat(100_000)).end();
    expect(await fetchLocal('/')).toEqual({ ok: false, fault: 'unreachable', status: null });
    local.answer = (_request, response) => {
      response.write('BEGIN:');
      response.socket?.destroy();
    };
    expect(await fetchLocal('/')).toEqual({ ok: false, fault: 'unreachable', status: null });
  });

  test('three redirects are followed, a fourth is not', async () => {
    local.answer = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(calendarOf());
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect(await fetchLocal('/3')).toMatchObject({ ok: true });
    expect(await fetchLocal('/4')).toEqual({ ok: false, fault: 'redirects', status: null });
  });
});

describe('the real door leads to the public Web only', () => {
  const refused = { ok: false, fault: 'address', status: null };
  const port = () => new URL(local.origin).port;

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://172.16.0.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://localhost/',
    'http://localhost./',
    'http://calendrier/',
    'http://user:secret@agenda.example/',
    'https://agenda.example:8443/',
    'ftp://agenda.example/',
    'file:///etc/passwd',
  ])('%s is refused before anything is asked', async (address) => {
    expect(parseCalendarAddress(address)).toBeNull();
    expect(await fetchCalendar(address, { userAgent })).toEqual(refused);
  });

  test('a name that stands for this machine is refused after its DNS answer', async () => {
    // RFC 6761, 6.3: names under localhost are this machine, with or without a resolver that knows it
    const name = await lookup('agenda.localhost').then(
      () => 'agenda.localhost',
      () => 'localhost',
    );
    const named: Door = { ...publicDoor, mayAsk: () => true };
    for (const host of [name, '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433'])
      expect(await fetchCalendar(`http://${host}:${port()}/`, { userAgent, door: named }), host).toEqual(refused);
    expect(local.asked).toEqual([]);
  });

  test('a redirect from outside to this machine is refused', async () => {
    local.answer = (_request, response) => response.writeHead(302, { location: `http://localhost:${port()}/inside` }).end();
    // the first step is let through, as a server of the public Web would be; the second meets the real door
    const firstStep: Door = {
      mayAsk: (url) => url.pathname === '/first' || publicDoor.mayAsk(url),
      agentFor: (url) => (url.pathname === '/first' ? loopbackDoor : publicDoor).agentFor(url),
    };
    expect(await fetchLocal('/first', { door: firstStep })).toEqual(refused);
    const secondToo: Door = { ...firstStep, mayAsk: () => true };
    expect(await fetchLocal('/first', { door: secondToo })).toEqual(refused);
    expect(local.asked.map(({ url }) => url)).toEqual(['/first', '/first']);
  });

  test('no code of the product knows how to make another door', () => {
    const files = globSync(['app/**/*.{ts,tsx}', 'server/**/*.ts'], { exclude: ['app/messages/**'] });
    expect(files.length).toBeGreaterThan(500);
    const knowing = files.filter((file) => /fetch\/door\.ts'|'\.\/door\.ts'|\bCalendarReading\b/.test(readFileSync(file, 'utf8')));
    // the fetch itself, and two verbs that hand on what only tests give
    expect(knowing.map((file) => path.basename(file)).toSorted()).toEqual([
      'fetch-calendar.ts',
      'follow-calendar.ts',
      'refresh-calendar.ts',
    ]);
  });

  test('webcal is https, a fragment is left out, an address of the public Web is kept as it is', () => {
    expect(parseCalendarAddress(' webcal://Agenda.Example/a.ics?k=%20#x ')).toBe('https://agenda.example/a.ics?k=%20');
    expect(parseCalendarAddress('http://agenda.example/a.ics')).toBe('http://agenda.example/a.ics');
    expect(parseCalendarAddress(`https://agenda.example/${'a'.repeat(2000)}`)).toBeNull();
  });
});
