import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface SpeakerLinkMail {
  locale: Locale;
  appUrl: string;
  /** Given name of the reader. */
  name: string;
  occasion: 'asked' | 'reminder';
  organiserName: string | null;
  edition: { name: string; groupName: string };
  /** First and last day, in words. */
  dates: readonly string[];
  sessions: readonly { title: string; when: string }[];
  /** The reader's page; a secret. */
  link: string;
}

/** To somebody who chairs, runs or speaks in sessions of an edition. */
export function speakerLinkMail({
  locale,
  appUrl,
  name,
  occasion,
  organiserName,
  edition,
  dates,
  sessions,
  link,
}: SpeakerLinkMail): RenderedMail {
  const words = { edition: edition.name };
  const reminder = occasion === 'reminder';
  return renderMail({
    ...{ locale, appUrl },
    subject: reminder ? m.speakers_mail_reminder_subject(words, { locale }) : m.speakers_mail_subject(words, { locale }),
    preview: m.speakers_mail_preview({ count: sessions.length }, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name }, { locale }) },
      {
        kind: 'paragraph',
        text: reminder
          ? m.speakers_mail_reminder_opening(words, { locale })
          : m.speakers_mail_opening({ ...words, organiser: organiserName ?? edition.groupName }, { locale }),
      },
      { kind: 'heading', text: edition.name },
      {
        kind: 'facts',
        rows: [
          { term: m.speakers_mail_dates({}, { locale }), lines: [...dates] },
          {
            term: m.speakers_mail_sessions({ count: sessions.length }, { locale }),
            lines: sessions.map(({ title, when }) => (when ? `${title} (${when})` : title)),
          },
        ],
      },
      { kind: 'button', label: m.speakers_mail_button({}, { locale }), href: link },
      { kind: 'paragraph', text: m.speakers_mail_what({}, { locale }) },
      { kind: 'note', text: m.speakers_mail_personal({}, { locale }) },
    ],
    reason: m.speakers_mail_reason({ group: edition.groupName }, { locale }),
  });
}
