import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { VersionReason } from '#app/model/minutes.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface MinutesPublishedMail {
  locale: Locale;
  appUrl: string;
  /** Of the reader; '' when it is not known. */
  name: string;
  /** Null: the group sends. */
  senderName: string | null;
  /** The organiser's own words, '' for none. */
  message: string;
  meeting: { title: string; groupName: string; edtf: string; timeZone: string };
  version: { number: number; reason: VersionReason; note: string };
  highlights: readonly string[];
  decisions: readonly { number: string; text: string }[];
  /** The reader's own. */
  actions: readonly { number: string; text: string; due: string | null }[];
  /** A reader without a session is asked to sign in. */
  membersOnly: boolean;
  pageUrl: string;
  /** Address of the files, without the dot and what follows. */
  filesUrl: string;
}

/** What a mail shows of them; the rest stands on the page. */
const SHOWN = 8;

/** « Le compte-rendu est paru »: what to retain, what was decided, the reader's own actions, and where to read it. */
export function minutesPublishedMail(mail: MinutesPublishedMail): RenderedMail {
  const { locale, appUrl, meeting, version, pageUrl } = mail;
  const title = frenchSpaces(cleanLine(meeting.title));
  const group = cleanLine(meeting.groupName);
  const { date } = formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale });
  const again = version.number > 1;
  return renderMail({
    locale,
    appUrl,
    subject: again
      ? m.sending_mail_again_subject({ title, number: version.number }, { locale })
      : m.sending_mail_subject({ title }, { locale }),
    preview: mail.highlights[0] ? frenchSpaces(cleanLine(mail.highlights[0])) : date,
    blocks: [
      ...(mail.name ? [{ kind: 'paragraph' as const, text: m.emails_hello({ name: cleanLine(mail.name) }, { locale }) }] : []),
      { kind: 'paragraph', text: m.sending_mail_intro({ title, date, group }, { locale }) },
      ...(mail.message ? [quoteOf(mail.message, mail.senderName)] : []),
      ...(again ? [{ kind: 'note' as const, text: newsOf(version, locale) }] : []),
      ...summaryOf(mail),
      { kind: 'button', label: m.sending_mail_read({}, { locale }), href: pageUrl },
      ...(['pdf', 'docx', 'odt'] as const).map((format) => ({
        ...{ kind: 'link' as const, label: m.sending_mail_file({ format: format.toUpperCase() }, { locale }) },
        href: `${mail.filesUrl}.${format}`,
      })),
      ...(mail.membersOnly ? [{ kind: 'note' as const, text: m.sending_mail_members_only({}, { locale }) }] : []),
    ],
    reason: m.sending_mail_reason({ group }, { locale }),
  });
}

function quoteOf(message: string, senderName: string | null): MailBlock {
  return { kind: 'quote', text: cleanText(message), ...(senderName && { source: cleanLine(senderName) }) };
}

function newsOf({ number, note }: MinutesPublishedMail['version'], locale: Locale): string {
  return [m.sending_feed_version({ number }, { locale }), cleanLine(note)].filter(Boolean).join(' ');
}

function summaryOf({ highlights, decisions, actions, locale }: MinutesPublishedMail): MailBlock[] {
  const line = (text: string) => frenchSpaces(cleanLine(text));
  const blocks: MailBlock[] = [];
  const facts = (term: string, lines: string[]) => {
    if (lines.length > 0) blocks.push({ kind: 'facts', rows: [{ term, lines: lines.slice(0, SHOWN) }] });
  };
  facts(m.minutes_highlights({}, { locale }), highlights.map(line));
  facts(
    m.minutes_decisions({}, { locale }),
    decisions.map(({ number, text }) => `${number}. ${line(text)}`),
  );
  facts(
    m.sending_mail_your_actions({}, { locale }),
    actions.map(({ number, text, due }) => `${number}. ${line(text)}${due ? ` (${formatDay(due, locale)})` : ''}`),
  );
  return blocks;
}
