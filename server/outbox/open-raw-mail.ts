import PostalMime, { type Address } from 'postal-mime';

export interface OpenedMail {
  subject: string;
  from: string;
  to: string;
  /** For a frame without scripts: its links replace the whole page. */
  html: string;
  text: string;
  /** The iCalendar part, when the mail is an invitation. */
  calendar: string | null;
}

/** A mail as a mailbox shows it (RFC 5322, MIME). */
export async function openRawMail(raw: Uint8Array): Promise<OpenedMail> {
  const mail = await PostalMime.parse(raw);
  const calendar = mail.attachments.find((part) => part.mimeType === 'text/calendar' || part.mimeType === 'application/ics');
  return {
    subject: mail.subject ?? '',
    from: written(mail.from),
    to: (mail.to ?? []).map(written).join(', '),
    html: forFrame(mail.html ?? ''),
    text: mail.text ?? '',
    calendar: calendar ? new TextDecoder().decode(calendar.content as ArrayBuffer) : null,
  };
}

/** Our pages' policy refuses style sheets inside them; and a link in a frame must leave it. */
function forFrame(html: string): string {
  return html.replace(/<style>.*?<\/style>/gs, '').replaceAll('<a ', '<a target="_top" ');
}

function written(address: Address | undefined): string {
  if (!address?.address) return address?.name ?? '';
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

/** The headers of a mail as they are written, unfolded (RFC 5322, 2.2.3). */
export function headersIn(raw: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(raw);
  return text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
}
