import type { InboxOutcome, Partstat } from '#app/model/inbox.ts';
import { cleanLine } from '#app/model/text.ts';
import { foldLine } from '#server/calendar/content-line.ts';
import type { Services } from '#server/services.ts';
import { parseMail } from './parse-mail.ts';
import { type CalendarAnswer, readCalendarAnswer } from './read-calendar-answer.ts';
import { receiveMail } from './receive-mail.ts';

/** The demo's own mail server, as far as its verdicts go: what it delivers comes from where it says. */
const AUTHSERV = 'demo.tertulia.invalid';

/**
 * Answers an invitation as the calendar of the person would whose mail it is: by a REPLY (RFC 5546, 3.2.3) as Thunderbird
 * writes it, which takes the way of every mail that comes in. Null: the mail is no invitation.
 */
export async function answerFromDemo(services: Services, raw: Uint8Array, partstat: Partstat): Promise<InboxOutcome | null> {
  const request = await readRequest(raw);
  if (!request) return null;
  return receiveMail(services, replyTo(services, request, partstat), { door: 'demo', authservId: AUTHSERV });
}

/** Whether a mail has buttons to answer with in a calendar. */
export async function isInvitation(raw: Uint8Array): Promise<boolean> {
  return (await readRequest(raw)) !== null;
}

async function readRequest(raw: Uint8Array): Promise<CalendarAnswer | null> {
  const mail = await parseMail(raw);
  const request = mail && readCalendarAnswer(mail);
  return request && request !== 'broken' && request.method === 'REQUEST' && request.attendees[0]?.address ? request : null;
}

function replyTo(services: Services, { uid, sequence, attendees }: CalendarAnswer, partstat: Partstat): Buffer {
  const { mailFrom } = services.env;
  const now = services.clock.now();
  const from = cleanLine(attendees[0]?.address ?? '');
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const stamp = now.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace(/[-:]/g, '');
  const calendar = [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Tertulia//Demo calendar//EN', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT'],
    ...[`UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`, `ORGANIZER:mailto:${mailFrom}`],
    ...[`ATTENDEE;PARTSTAT=${partstat};ROLE=REQ-PARTICIPANT:mailto:${from}`, 'REQUEST-STATUS:2.0;Success', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  const headers = [
    `Authentication-Results: ${AUTHSERV}; dmarc=pass header.from=${domain}`,
    `From: <${from}>`,
    `To: <${mailFrom}>`,
    `Subject: ${partstat.slice(0, 1)}${partstat.slice(1).toLowerCase()}`,
    `Date: ${new Date(now.epochMilliseconds).toUTCString()}`,
    `Message-ID: <${crypto.randomUUID()}@${domain}>`,
    ...['MIME-Version: 1.0', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', 'Content-Transfer-Encoding: 8bit'],
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${calendar.map(foldLine).join('')}`);
}
