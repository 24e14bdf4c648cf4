/** A mail ready to be sent, in the reader's language. Addresses in it are absolute; it loads nothing from anywhere. */
export interface RenderedMail {
  /** One line. */
  subject: string;
  html: string;
  text: string;
  /** The iCalendar object of an invitation (RFC 5546); sent as an alternative and, byte for byte, as an attachment. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; ics: string };
  /** Whom an answer to this mail reaches (Reply-To), and who stands in the From line before "via". */
  organiser?: { name: string; address: string };
  /** Address that ends mails of this kind by one POST without signing in (RFC 8058). */
  unsubscribeUrl?: string;
}
