import { m } from '#app/messages/compiled/messages.js';
import type { InboxOutcome, Partstat } from '#app/model/inbox.ts';
import { cleanLine } from '#app/model/text.ts';
import { escapeText, foldLine } from '#server/calendar/content-line.ts';
import type { Services } from '#server/services.ts';
import { parseMail } from './parse-mail.ts';
import { type CalendarAnswer, readCalendarAnswer } from './read-calendar-answer.ts';
import { receiveMail } from './receive-mail.ts';

/** The demo's own mail server, as far as its verdicts go: what it delivers comes from where it says. */
const AUTHSERV = 'demo.tertulia.invalid';

/** An answer to an entry, by the person whom it was sent to. */
export interface DemoAnswer {
  uid: string;
  sequence: number;
  from: { address: string; name: string };
  partstat: Partstat;
  comment: string;
}

/**
 * Answers an invitation as the calendar of the person would whose mail it is. Null: the mail is no invitation.
 */
export async function answerFromDemo(services: Services, raw: Uint8Array, partstat: Partstat): Promise<InboxOutcome | null> {
  const request = await readRequest(raw);
  const address = request?.attendees[0]?.address;
  if (!request || !address) return null;
  const { uid, sequence } = request;
  return sendAnswer(services, { uid, sequence, partstat, from: { address, name: '' }, comment: '' });
}

/** Whether a mail has buttons to answer with in a calendar. */
export async function isInvitation(raw: Uint8Array): Promise<boolean> {
  return (await readRequest(raw)) !== null;
}

/** Sends a REPLY (RFC 5546, 3.2.3) as Thunderbird writes it, which takes the way of every mail that comes in. */
export function sendAnswer(services: Services, answer: DemoAnswer): Promise<InboxOutcome> {
  return receiveMail(services, replyMail(services, answer), { door: 'demo', authservId: AUTHSERV });
}

async function readRequest(raw: Uint8Array): Promise<CalendarAnswer | null> {
  const mail = await parseMail(raw);
  const request = mail && readCalendarAnswer(mail);
  return request && request !== 'broken' && request.method === 'REQUEST' && request.attendees[0]?.address ? request : null;
}

/** The people of the demo write French, and so do their calendar programs. */
const SUBJECTS = {
  ACCEPTED: m.inbox_demo_accepted,
  TENTATIVE: m.inbox_demo_tentative,
  DECLINED: m.inbox_demo_declined,
} as const satisfies Record<Partstat, unknown>;

function replyMail(services: Services, { uid, sequence, from, partstat, comment }: DemoAnswer): Buffer {
  const { mailFrom } = services.env;
  const now = services.clock.now();
  const address = cleanLine(from.address);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const stamp = now.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace(/[-:]/g, '');
  const calendar = [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Tertulia//Demo calendar//EN', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT'],
    ...[`UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`, `ORGANIZER:mailto:${mailFrom}`],
    ...[`ATTENDEE;PARTSTAT=${partstat};ROLE=REQ-PARTICIPANT:mailto:${address}`, 'REQUEST-STATUS:2.0;Success'],
    ...(comment ? [`COMMENT:${escapeText(comment)}`] : []),
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  const headers = [
    `Authentication-Results: ${AUTHSERV}; dmarc=pass header.from=${domain}`,
    `From: ${from.name ? `${encodedWord(cleanLine(from.name))} ` : ''}<${address}>`,
    `To: <${mailFrom}>`,
    `Subject: ${encodedWord(SUBJECTS[partstat]({}, { locale: 'fr' }))}`,
    `Date: ${new Date(now.epochMilliseconds).toUTCString()}`,
    `Message-ID: <${crypto.randomUUID()}@${domain}>`,
    ...['MIME-Version: 1.0', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', 'Content-Transfer-Encoding: 8bit'],
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${calendar.map(foldLine).join('')}`);
}

/** Words beyond ASCII in a header (RFC 2047). */
function encodedWord(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}
