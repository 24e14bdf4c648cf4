import type { SendMailOptions } from 'nodemailer';
import { cleanLine } from '#app/model/text.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { domainOfSender, messageIdOf } from './message-id.ts';

export interface MailEnvelope {
  /** Stable for a mail: a second attempt after a crash carries the same Message-ID, so that mailboxes can drop the double. */
  mailId: string;
  to: { address: string; name: string };
  /** The product's own address. */
  from: string;
}

/**
 * A mail as nodemailer takes it: mixed > alternative (plain, HTML, calendar last) and the calendar once more as a file,
 * the same bytes, because Outlook reads one and Thunderbird the other.
 */
export function composeMail(mail: RenderedMail, { mailId, to, from }: MailEnvelope): SendMailOptions {
  const { organiser, calendar } = mail;
  const name = organiser ? `${cleanLine(organiser.name)} · Tertulia` : 'Tertulia';
  return {
    from: { name, address: from },
    to: { name: cleanLine(to.name), address: to.address },
    replyTo: organiser && { name: cleanLine(organiser.name), address: organiser.address },
    subject: cleanLine(mail.subject),
    messageId: messageIdOf({ mailFrom: from }, mailId),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    text: mail.text,
    html: mail.html,
    // base64: the lines of a calendar end in CRLF and are folded, nothing on the way may rewrap them
    alternatives: calendar && [
      { contentType: `text/calendar; charset=utf-8; method=${calendar.method}`, content: calendar.ics, contentTransferEncoding: 'base64' },
    ],
    attachments: calendar && [
      { filename: 'invite.ics', contentType: 'application/ics', content: calendar.ics, contentTransferEncoding: 'base64' },
    ],
    headers: headersOf(mail, from),
    xMailer: false,
  };
}

/**
 * RFC 3834: no out-of-office answers please. RFC 8058: the mail program's own unsubscribe button; RFC 2919: which of our
 * mails it is about. No `Precedence: bulk`: some servers put invitations aside for it.
 */
function headersOf({ unsubscribeUrl, kind }: RenderedMail, from: string): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(kind && { 'List-Id': `<${kind.replaceAll('_', '-')}.${domainOfSender(from)}>` }),
    ...(unsubscribeUrl && { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
