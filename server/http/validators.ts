import type { IncomingHttpHeaders } from 'node:http';

/** What a client may already have (RFC 9110, section 8.8). */
export interface Validators {
  /** With its quotes. */
  etag: string;
  lastModified: Temporal.Instant;
}

const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Whether the client's copy is still good (RFC 9110, section 13.2.2): If-None-Match decides alone where it is given. */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || [...tags.matchAll(ENTITY_TAG)].some(([, tag]) => tag === etag);
  const since = headers['if-modified-since'];
  if (since === undefined || !HTTP_DATE.test(since)) return false;
  return lastModified.epochMilliseconds <= Date.parse(since);
}

/** 'Mon, 20 Jun 2022 14:30:00 GMT' (RFC 9110, 5.6.7), to the second below. */
export function httpDate(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString();
}

/** gzip only for who names it: a `*`, or silence, is not a wish (some calendars refuse what they did not ask for). */
export function wantsGzip(headers: IncomingHttpHeaders): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').toLowerCase();
  const [, parameters] = /(?:^|,)\s*(?:x-)?gzip\s*((?:;[^,]*)?)(?:,|$)/.exec(accepted) ?? [];
  return parameters !== undefined && !/;\s*q\s*=\s*0(\.0{0,3})?\s*(;|$)/.test(parameters);
}
