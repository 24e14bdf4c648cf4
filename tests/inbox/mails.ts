// Answers as calendar programs write them, by invented people: what differs is what has to be read all the same.

export interface ReplyGiven {
  uid: string;
  /** Who answers. */
  from: string;
  partstat?: string;
  sequence?: number;
  /** DTSTAMP, '20220602T080000Z'. */
  stamp?: string;
  comment?: string;
  /** Lines over the others: what mail servers on the way wrote. */
  trace?: string[];
}

export const US = 'reunions@tertulia.example';
export const AUTHSERV = 'mx.tertulia.example';

/** What our own mail server writes over a mail whose sender it found to be right. */
export function passed(from: string): string {
  const domain = from.split('@')[1];
  return `Authentication-Results: ${AUTHSERV}; dkim=pass (2048-bit key) header.d=${domain} header.s=s1; spf=pass smtp.mailfrom=${from}; dmarc=pass (p=REJECT) header.from=${domain}`;
}

const GIVEN = { partstat: 'ACCEPTED', sequence: 0, stamp: '20220602T080000Z', comment: '' };

function lines(...parts: (string | false | string[])[]): Buffer {
  return Buffer.from(
    parts
      .flat()
      .filter((part) => part !== false)
      .join('\r\n'),
  );
}

/** Google: the calendar thrice, RSVP=TRUE, X-NUM-GUESTS, a Sender that is not the From, Auto-Submitted. */
export function gmail(reply: ReplyGiven): Buffer {
  const { uid, from, partstat, sequence, stamp, comment, trace = [passed(from)] } = { ...GIVEN, ...reply };
  const calendar = [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:REPLY'],
    ...[
      'BEGIN:VEVENT',
      'DTSTART:20220620T143000Z',
      'DTEND:20220620T160000Z',
      `DTSTAMP:${stamp}`,
      `ORGANIZER;CN=DALC:mailto:${US}`,
      `UID:${uid}`,
    ],
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};X-NUM-`,
    ` GUESTS=0;CN=${from}${comment ? `;X-RESPONSE-COMMENT="${comment}"` : ''}:mailto:${from}`,
    ...[
      'CREATED:20220601T080000Z',
      'LAST-MODIFIED:20220602T080000Z',
      `SEQUENCE:${sequence}`,
      'STATUS:CONFIRMED',
      'SUMMARY:Point Amérique latine',
    ],
    ...['TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines(
    [...trace, 'Return-Path: <calendar-notification@google.example>', 'MIME-Version: 1.0', `Reply-To: ${from}`],
    'Sender: Google Calendar <calendar-notification@google.example>',
    [
      'Auto-Submitted: auto-generated',
      `Message-ID: <calendar-${crypto.randomUUID()}@google.example>`,
      'Date: Thu, 02 Jun 2022 08:00:00 +0000',
    ],
    [`Subject: =?UTF-8?Q?Accept=C3=A9=3A_Point_Am=C3=A9rique_latine?=`, `From: Paula Quiroga <${from}>`, `To: ${US}`],
    'Content-Type: multipart/mixed; boundary="0000000000a"',
    ['', '--0000000000a', 'Content-Type: multipart/alternative; boundary="0000000000b"', ''],
    [
      '--0000000000b',
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      '',
      'Paula Quiroga a accepté cette invitation.',
      '',
    ],
    ['--0000000000b', 'Content-Type: text/html; charset="UTF-8"', '', '<b>Paula Quiroga</b> a accepté cette invitation.', ''],
    ['--0000000000b', 'Content-Type: text/calendar; charset="UTF-8"; method=REPLY', 'Content-Transfer-Encoding: 8bit', '', ...calendar, ''],
    [
      '--0000000000b--',
      '--0000000000a',
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
    ],
    [
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(calendar.join('\r\n'))
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
      '--0000000000a--',
      '',
    ],
  );
}

/** outlook.com and Exchange: no ORGANIZER, MAILTO in capitals, an own zone, the calendar in base64, SEQUENCE after it all. */
export function outlook(reply: ReplyGiven): Buffer {
  const { uid, from, partstat, sequence, stamp, comment, trace = [passed(from)] } = { ...GIVEN, ...reply };
  const calendar = [
    ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0'],
    ...[
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
    ],
    ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    `ATTENDEE;PARTSTAT=${partstat};CN="Quiroga, Paula":MAILTO:${from.toUpperCase()}`,
    ...[
      comment ? `COMMENT;LANGUAGE=fr-FR:${comment}` : 'COMMENT;LANGUAGE=fr-FR:\\n',
      `UID:${uid}`,
      'SUMMARY;LANGUAGE=fr-FR:Accepté : Point',
    ],
    ...[
      'DTSTART;TZID=Romance Standard Time:20220620T163000',
      'DTEND;TZID=Romance Standard Time:20220620T180000',
      'CLASS:PUBLIC',
      'PRIORITY:5',
    ],
    ...[
      `DTSTAMP:${stamp}`,
      'TRANSP:OPAQUE',
      'STATUS:CONFIRMED',
      `SEQUENCE:${sequence}`,
      'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ];
  return lines(
    [...trace, `Return-Path: ${from}`, `From: "Quiroga, Paula" <${from}>`, `To: "DALC" <${US}>`, 'Subject: Accepted: Point'],
    ['Thread-Topic: Point', `Message-ID: <${crypto.randomUUID()}@prod.outlook.example>`, 'Content-Language: fr-FR', 'MIME-Version: 1.0'],
    [
      'Content-Type: multipart/alternative;',
      '\tboundary="_000_AB_"',
      '',
      '--_000_AB_',
      'Content-Type: text/plain; charset="iso-8859-1"',
      '',
    ],
    ['', '--_000_AB_', 'Content-Type: text/calendar; charset="utf-8"; method=REPLY', 'Content-Transfer-Encoding: base64', ''],
    [
      Buffer.from(calendar.join('\r\n'))
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
      '--_000_AB_--',
      '',
    ],
  );
}

/** Thunderbird: text and calendar, RSVP left out, REQUEST-STATUS, quoted-printable. */
export function thunderbird(reply: ReplyGiven): Buffer {
  const { uid, from, partstat, sequence, stamp, comment, trace = [passed(from)] } = { ...GIVEN, ...reply };
  return lines(
    [...trace, `Message-ID: <${crypto.randomUUID()}@${from.split('@')[1]}>`, 'Date: Thu, 2 Jun 2022 10:00:00 +0200', 'MIME-Version: 1.0'],
    ['User-Agent: Mozilla Thunderbird', `To: ${US}`, 'Subject: =?UTF-8?Q?R=C3=A9ponse?=', `From: Paula Quiroga <${from}>`],
    [
      'Content-Type: multipart/mixed; boundary="------------b0"',
      '',
      '--------------b0',
      'Content-Type: multipart/alternative; boundary="------------b1"',
      '',
    ],
    ['--------------b1', 'Content-Type: text/plain; charset=UTF-8; format=flowed', '', 'Paula Quiroga a accepté l’invitation.', ''],
    ['--------------b1', 'Content-Type: text/calendar; charset=UTF-8; method=REPLY', 'Content-Transfer-Encoding: quoted-printable', ''],
    ['BEGIN:VCALENDAR', 'PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT'],
    [`DTSTAMP:${stamp}`, `UID:${uid}`, 'SUMMARY:Point Am=C3=A9rique latine', `ORGANIZER;CN=3DDALC:mailto:${US}`],
    [`ATTENDEE;CN=3DPaula Quiroga;PARTSTAT=3D${partstat};ROLE=3DREQ-PARTICIPANT:mailto:${from}`],
    comment !== '' && `COMMENT:${comment}`,
    [
      'DTSTART:20220620T143000Z',
      'DTEND:20220620T160000Z',
      `SEQUENCE:${sequence}`,
      'REQUEST-STATUS:2.0;Success',
      'END:VEVENT',
      'END:VCALENDAR',
    ],
    ['', '--------------b1--', '--------------b0--', ''],
  );
}

/** Apple: the calendar is the whole mail, and the attendee may be a path of its server, the address beside it. */
export function apple(reply: ReplyGiven): Buffer {
  const { uid, from, partstat, sequence, stamp, trace = [passed(from)] } = { ...GIVEN, ...reply };
  return lines(
    [
      ...trace,
      `From: Paula Quiroga <${from}>`,
      `To: ${US}`,
      'Subject: Paula Quiroga accepted',
      'MIME-Version: 1.0',
      `Message-Id: <${crypto.randomUUID()}@icloud.example>`,
    ],
    ['Content-Type: text/calendar; charset="utf-8"; method=REPLY', 'Content-Transfer-Encoding: 7bit', ''],
    ['BEGIN:VCALENDAR', 'CALSCALE:GREGORIAN', 'METHOD:REPLY', 'PRODID:-//Apple Inc.//Mac OS X 10.15//EN', 'VERSION:2.0', 'BEGIN:VEVENT'],
    [`ATTENDEE;CN="Paula Quiroga";CUTYPE=INDIVIDUAL;EMAIL="${from}";PARTSTAT=`, ` ${partstat}:/aMTQyNzU/principal/`],
    [
      'DTEND:20220620T160000Z',
      `DTSTAMP:${stamp}`,
      'DTSTART:20220620T143000Z',
      `ORGANIZER;EMAIL="${US}":mailto:${US}`,
      'REQUEST-STATUS:2.0;Success',
    ],
    [`SEQUENCE:${sequence}`, 'SUMMARY:Point', `UID:${uid}`, 'END:VEVENT', 'END:VCALENDAR', ''],
  );
}
