// Mails that come back, as mail servers write them.

export interface Returned {
  /** Of our mail, with its brackets. */
  messageId: string;
  to: string;
}

const crlf = (...lines: (string | string[])[]) => Buffer.from(lines.flat().join('\r\n'));

const headersOf = ({ messageId, to }: Returned) => [
  `From: <reunions@tertulia.example>`,
  `To: <${to}>`,
  'Subject: Invitation',
  `Message-ID: ${messageId}`,
];

/** Postfix (RFC 3464), with the whole mail: our own invitation is in it. */
export function postfix(returned: Returned, { action = 'failed', status = '5.1.1', said = '550 5.1.1 <x>: User unknown' } = {}): Buffer {
  return crlf(
    ['Return-Path: <>', 'From: MAILER-DAEMON@mx.brumes.example (Mail Delivery System)', 'Subject: Undelivered Mail Returned to Sender'],
    [
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="B/x"',
      '',
    ],
    [
      '--B/x',
      'Content-Description: Notification',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'I am sorry to have to inform you…',
      '',
    ],
    ['--B/x', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.brumes.example', 'X-Postfix-Queue-ID: 4Xyz', ''],
    [`Final-Recipient: rfc822; ${returned.to}`, `Original-Recipient: rfc822;${returned.to}`, `Action: ${action}`, `Status: ${status}`],
    ['Remote-MTA: dns; mx.nanterre.example', `Diagnostic-Code: smtp; ${said}`, '    (in reply to RCPT TO command)', ''],
    ['--B/x', 'Content-Description: Undelivered Message', 'Content-Type: message/rfc822', '', ...headersOf(returned)],
    [
      'MIME-Version: 1.0',
      'Content-Type: text/calendar; method=REPLY; charset=utf-8',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'END:VCALENDAR',
      '',
      '--B/x--',
      '',
    ],
  );
}

/** Exchange: only the headers of our mail come back. */
export function exchange(returned: Returned): Buffer {
  return crlf(
    [
      'From: <postmaster@brumes.example>',
      'Subject: =?utf-8?B?Tm9uIHJlbWlzwqA6IEludml0YXRpb24=?=',
      'MIME-Version: 1.0',
      'Auto-Submitted: auto-replied',
    ],
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary="x1"',
      '',
      '--x1',
      'Content-Type: text/html',
      '',
      '<b>Échec</b>',
      '',
    ],
    [
      '--x1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns;PROD.outlook.example',
      'Received-From-MTA: dns;mail.tertulia.example',
      '',
    ],
    [`Final-Recipient: rfc822;${returned.to}`, 'Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp;554 5.2.2 mailbox full', ''],
    ['--x1', 'Content-Type: text/rfc822-headers', '', ...headersOf(returned), '', '--x1--', ''],
  );
}

/** Exim: words, and a header of its own. */
export function exim(returned: Returned): Buffer {
  return crlf(
    [
      'Return-Path: <>',
      `X-Failed-Recipients: ${returned.to}`,
      'Auto-Submitted: auto-replied',
      'From: Mail Delivery System <Mailer-Daemon@mx.lima.example>',
    ],
    ['Subject: Mail delivery failed: returning message to sender', 'Content-Type: text/plain; charset=us-ascii', ''],
    ['A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.', '', `  ${returned.to}`],
    ['    host mx.lima.example [192.0.2.7]', '    SMTP error from remote mail server after RCPT TO:', '    550 No such user here', ''],
    ['------ This is a copy of the message, including all the headers. ------', '', ...headersOf(returned), '', 'Bonjour,', ''],
  );
}

/** qmail: words alone. */
export function qmail(returned: Returned): Buffer {
  return crlf(
    ['Return-Path: <>', 'From: MAILER-DAEMON@mx.quito.example', 'Subject: failure notice', ''],
    [
      'Hi. This is the qmail-send program at mx.quito.example.',
      "I'm afraid I wasn't able to deliver your message.",
      'This is a permanent error; I gave up.',
      '',
    ],
    [
      `<${returned.to}>:`,
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      ...headersOf(returned),
      '',
    ],
  );
}

export function outOfOffice({ messageId, to }: Returned): Buffer {
  return crlf(
    [`From: <${to}>`, 'Subject: Absence du bureau : Invitation', 'Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`, ''],
    ['Je suis en congé jusqu’au 30 juin.', ''],
  );
}
