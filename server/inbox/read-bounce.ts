import { cleanLine } from '#app/model/text.ts';
import type { Env } from '#server/env.ts';
import { mailIdOf } from '#server/outbox/message-id.ts';
import { headerOf, type IncomingMail, type MailPart } from './parse-mail.ts';

/** A mail of ours that comes back. */
export interface ReadBounce {
  /** Of our mail; '' when the report does not name it. */
  messageId: string;
  /** Whom it could not be given to; null: a report in due form that does not say. */
  recipient: string | null;
  /** The other server has given up. */
  permanent: boolean;
  /** Status and words of the other server. */
  diagnostic: string;
}

const READ_OCTETS = 100_000;
const RETURNED = new Set(['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']);
const SENDER = /^(mailer-daemon|postmaster|mail-daemon|mail delivery)/i;
const SUBJECT =
  /undeliver|delivery (status|failure|has failed|incomplete)|returned mail|mail delivery|failure notice|could not be delivered|non[ -]?(remis|distribu)|échec de (la )?(remise|distribution)|no se (pudo|ha podido) entregar|devuelto/i;

/**
 * Whether a mail is a delivery report (RFC 3464), or what other programs send in its place: then it comes from nobody
 * (RFC 5321, 4.5.5), which our own server tells, whoever it says that it is from.
 */
export function isBounce(mail: IncomingMail): boolean {
  if (isReport(mail)) return true;
  if (headerOf(mail, 'return-path') !== '<>') return false;
  return headerOf(mail, 'x-failed-recipients') !== '' || SENDER.test(mail.from?.address ?? '') || SUBJECT.test(mail.subject);
}

function isReport(mail: IncomingMail): boolean {
  const type = headerOf(mail, 'content-type');
  return /^multipart\/report\b/i.test(type) && (statusPart(mail) !== undefined || /report-type="?delivery-status/i.test(type));
}

/** What a report says; null when it is about a success, or says nothing of a recipient. */
export function readBounce(mail: IncomingMail, env: Pick<Env, 'mailFrom'>): ReadBounce | null {
  const messageId = returnedId(mail, env);
  const status = statusPart(mail);
  if (status) {
    const fields = recipientFields(decode(status));
    const action = (fields.get('action') ?? 'failed').toLowerCase();
    const code = fields.get('status') ?? '';
    if (!/^(failed|delayed)/.test(action)) return null;
    const recipient = addressIn(fields.get('original-recipient') ?? '') || addressIn(fields.get('final-recipient') ?? '') || null;
    // a mailbox that is full for good is a failure as well: who says « failed » has given up
    return {
      messageId,
      recipient,
      permanent: action.startsWith('failed'),
      diagnostic: line(`${code} ${fields.get('diagnostic-code') ?? ''}`),
    };
  }
  const failed = headerOf(mail, 'x-failed-recipients').split(',')[0] ?? '';
  const [said = ''] = /(?:^|\s)[45]\d\d[ -].*|[45]\.\d{1,3}\.\d{1,3}.*/m.exec(mail.text) ?? [];
  const later = /delayed|will (be )?retr|still trying|retard|temporar/i.test(`${mail.subject} ${mail.text.slice(0, 2000)}`);
  const permanent = /^\s*5|\b5\.\d{1,3}\.\d{1,3}/.test(said) || (failed !== '' && !later) || (said === '' && !later);
  return { messageId, recipient: cleanLine(failed) || addressIn(mail.text), permanent, diagnostic: line(said || mail.subject) };
}

function statusPart(mail: IncomingMail): MailPart | undefined {
  return mail.parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status');
}

/** Message-ID of our mail: in what comes back of it, in References, or anywhere in the words. */
function returnedId(mail: IncomingMail, env: Pick<Env, 'mailFrom'>): string {
  const returned = mail.parts.filter(({ type }) => RETURNED.has(type)).map(decode);
  const texts = [...returned, headerOf(mail, 'in-reply-to'), headerOf(mail, 'references'), mail.text];
  for (const text of texts)
    for (const [candidate] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^<>@\s]+/gi))
      if (mailIdOf(env, candidate)) return `<${candidate}>`;
  return '';
}

/** The fields of the first recipient: blocks stand apart by an empty line, the first is about the whole mail. */
function recipientFields(text: string): Map<string, string> {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/);
  const block = blocks.find((one) => /^(final|original)-recipient:/im.test(one)) ?? '';
  const pairs = block.split('\n').flatMap((field): [string, string][] => {
    const colon = field.indexOf(':');
    return colon > 0 ? [[field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim()]] : [];
  });
  return new Map(pairs);
}

/** 'rfc822; karim@nanterre.example' */
function addressIn(text: string): string {
  return /[^\s<>;:"@]{1,64}@[^\s<>;:"@]{1,255}/.exec(text)?.[0].toLowerCase().slice(0, 254) ?? '';
}

function decode({ content }: MailPart): string {
  return new TextDecoder().decode(content.subarray(0, READ_OCTETS));
}

function line(text: string): string {
  return cleanLine(text).slice(0, 500);
}
