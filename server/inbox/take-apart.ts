import { type IncomingMail, parseMail } from './parse-mail.ts';
import { type ReadBounce, readBounce } from './read-bounce.ts';
import { type SortedMail, sortMail } from './sort-mail.ts';

/** All that is needed of a mail, as plain data (JSON): what it is, and what it says. */
export interface ReadMail extends Omit<IncomingMail, 'parts'> {
  sorted: SortedMail;
  /** Of a mail that came back; null for others, and for a report of a success. */
  bounce: ReadBounce | null;
}

/** Our own address, by which mails that come back are known as ours. */
export interface ReadingOrder {
  mailFrom: string;
}

/**
 * Reads a mail from its octets to its meaning; null for one that cannot be read. It takes as long as the mail is cunning:
 * only read-mail.ts calls it, which knows for which ones that is no harm.
 */
export async function takeApart(raw: Uint8Array, order: ReadingOrder): Promise<ReadMail | null> {
  const mail = await parseMail(raw);
  if (!mail) return null;
  const { parts: _, ...read } = mail;
  const sorted = sortMail(mail);
  return { ...read, sorted, bounce: sorted.kind === 'bounce' ? readBounce(mail, order) : null };
}
