import type { MailContent } from './layout.tsx';

/** A mail ready to be sent, in the reader's language. Addresses in it are absolute; it loads nothing from anywhere. */
export interface RenderedMail {
  /** One line. */
  subject: string;
  html: string;
  text: string;
  /** The iCalendar object of an invitation (RFC 5546); sent as an alternative and, byte for byte, as an attachment. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; ics: string };
  /** Message-ID of the mail that this one goes on from, so that mailboxes keep the two together (RFC 5322, 3.6.4). */
  inReplyTo?: string;
  /** Whom an answer to this mail reaches (Reply-To), and who stands in the From line before "via". */
  organiser?: { name: string; address: string };
  /** Which of the kinds that people can refuse it is of (List-Id, RFC 2919). */
  kind?: string;
  /** Address that ends mails of this kind by one POST without signing in (RFC 8058). */
  unsubscribeUrl?: string;
  /** What the frame was made of: the digest tells it in a line, and a link is added under it. */
  content?: MailContent;
}
