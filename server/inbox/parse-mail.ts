import PostalMime, { addressParser } from 'postal-mime';
import { INBOX_LIMITS } from '#app/model/inbox.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';

/** Largest mail that is read, in octets. */
export const MOST_OCTETS = 25_000_000;
/** Parts inside parts, beyond which a mail is built to do harm; real ones have five at most. */
const DEEPEST = 30;
const MOST_HEADERS = 500_000;
/** Of a text, before it is cleaned. */
const READ_CHARACTERS = 20_000;

/** A mail that came in (RFC 5322, MIME), as far as it concerns us. */
export interface IncomingMail {
  /** Names in lower case, the topmost first. */
  headers: readonly { key: string; value: string }[];
  /** The one mailbox of the one From; null: none, or several, and then nobody is to be believed to have sent it. */
  from: { address: string; name: string } | null;
  subject: string;
  /** With its brackets; '' for none. */
  messageId: string;
  /** The beginning of what it says in words. */
  text: string;
  /** What is neither text nor HTML: calendars, reports, the mail that comes back. */
  parts: readonly MailPart[];
}

export interface MailPart {
  /** 'text/calendar', in lower case. */
  type: string;
  content: Uint8Array;
}

/** Takes a mail apart; null for one that cannot be read, or is built to take for ever. */
export async function parseMail(raw: Uint8Array): Promise<IncomingMail | null> {
  // a mail that comes back holds our own invitation, whose calendar must not be taken for the sender's: it stays one piece
  const options = { forceRfc822Attachments: true, maxNestingDepth: DEEPEST, maxHeadersSize: MOST_HEADERS };
  const mail = await PostalMime.parse(raw, options).catch(() => null);
  if (!mail) return null;
  const headers = mail.headers.map(({ key, value }) => ({ key, value }));
  return {
    headers,
    from: senderOf(headers),
    subject: cleanLine(mail.subject ?? '').slice(0, INBOX_LIMITS.subject),
    messageId: cleanLine(mail.messageId ?? '').slice(0, INBOX_LIMITS.messageId),
    text: cleanText((mail.text ?? '').slice(0, READ_CHARACTERS)),
    parts: mail.attachments.map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), content: octetsOf(content) })),
  };
}

/** The value of a header, its topmost one; '' when it is missing. */
export function headerOf(mail: Pick<IncomingMail, 'headers'>, key: string): string {
  return mail.headers.find((header) => header.key === key)?.value.trim() ?? '';
}

function senderOf(headers: IncomingMail['headers']): IncomingMail['from'] {
  const [only, ...others] = headers.filter(({ key }) => key === 'from');
  if (!only || others.length > 0) return null;
  const [mailbox, ...more] = addressParser(only.value.slice(0, READ_CHARACTERS), { flatten: true });
  if (!mailbox?.address || more.length > 0) return null;
  return {
    address: cleanLine(mailbox.address).toLowerCase().slice(0, INBOX_LIMITS.address),
    name: cleanLine(mailbox.name).slice(0, INBOX_LIMITS.name),
  };
}

function octetsOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
