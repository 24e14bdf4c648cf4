import type { IncomingMessage } from 'node:http';
import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import type { OutsideCalendarFault } from '#app/model/outside-calendars.ts';
import { type Door, publicDoor } from './door.ts';
import { readBody } from './read-body.ts';
import { FetchRefused, faultOf } from './refused.ts';

/** What was known of a file, to be asked only for another one (RFC 9110, 13.1). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FetchedCalendar =
  | ({ ok: true; changed: true; bytes: Buffer } & Validators)
  | { ok: true; changed: false }
  | { ok: false; fault: OutsideCalendarFault; status: number | null };

export interface FetchOptions {
  /** Who asks, for the logs of the other side: 'Tertulia (+https://…)'. */
  userAgent: string;
  known?: Validators;
  door?: Door;
  /** In all: names, connections, redirects and body. */
  milliseconds?: number;
  /** Most that is read, in bytes, before and after decompression. */
  mostBytes?: number;
}

const MILLISECONDS = 10_000;
const MOST_BYTES = 2_000_000;
const MOST_REDIRECTS = 3;
const MOST_VALIDATOR = 1000;

/**
 * Fetches a calendar from an address that somebody gave: nothing that it leads to can reach a private network, be endless or
 * take long. Sends no cookie, no credential and no referrer. Faults are data, whatever their code; what is thrown has none, and
 * is taken for a bug of ours (refused.ts): whoever calls this must not let it end the work on other calendars.
 */
export async function fetchCalendar(address: string, options: FetchOptions): Promise<FetchedCalendar> {
  const { userAgent, known, door = publicDoor, milliseconds = MILLISECONDS, mostBytes = MOST_BYTES } = options;
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const response = await follow(new URL(address), { userAgent, door, signal, ...(known ? { known } : {}) });
    const status = response.statusCode ?? 0;
    if (status === 304 && (known?.etag || known?.lastModified)) {
      response.destroy();
      return { ok: true, changed: false };
    }
    if (status !== 200) {
      response.destroy();
      throw new FetchRefused('status', status);
    }
    const bytes = await readBody(response, { mostBytes, signal });
    return {
      ok: true,
      changed: true,
      bytes,
      etag: validator(response.headers.etag),
      lastModified: validator(response.headers['last-modified']),
    };
  } catch (error) {
    const { fault, status } = faultOf(error, signal);
    return { ok: false, fault, status };
  }
}

type Asking = Required<Pick<FetchOptions, 'userAgent' | 'door'>> & { known?: Validators; signal: AbortSignal };

/** Asks, and goes where it is sent, a few times; never from https to http, and never without looking where. */
async function follow(first: URL, asking: Asking): Promise<IncomingMessage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await ask(url, asking);
    const { location } = response.headers;
    if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0) || !location) return response;
    response.destroy();
    const next = URL.parse(location, url);
    if (!next || (url.protocol === 'https:' && next.protocol !== 'https:')) throw new FetchRefused('address');
    url = next;
  }
  throw new FetchRefused('redirects');
}

function ask(url: URL, { userAgent, door, signal, known }: Asking): Promise<IncomingMessage> {
  if (!door.mayAsk(url)) throw new FetchRefused('address');
  const headers = {
    ...{ 'user-agent': userAgent, accept: 'text/calendar, */*;q=0.5', 'accept-encoding': 'gzip, identity' },
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
  const send = url.protocol === 'https:' ? askHttps : askHttp;
  return new Promise((resolve, reject) => {
    send(url, { headers, signal, agent: door.agentFor(url), method: 'GET' }, resolve)
      .on('error', reject)
      .end();
  });
}

const validator = (header: string | undefined) => (header && header.length <= MOST_VALIDATOR ? header : null);
