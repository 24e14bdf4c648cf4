import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface SpeakerDeclinedMail {
  locale: Locale;
  appUrl: string;
  who: string;
  organisation: string;
  /** Why, in their own words; '' for nothing. */
  words: string;
  session: { title: string; when: string };
  edition: { name: string; groupName: string };
  /** The organisers' page of speakers. */
  link: string;
}

/** To organisers: somebody will not speak. */
export function speakerDeclinedMail({
  locale,
  appUrl,
  who,
  organisation,
  words,
  session,
  edition,
  link,
}: SpeakerDeclinedMail): RenderedMail {
  const person = organisation ? `${who} (${organisation})` : who;
  return renderMail({
    ...{ locale, appUrl },
    subject: m.speakers_mail_declined_subject({ who, session: session.title }, { locale }),
    preview: m.speakers_mail_declined_opening({ who: person }, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.speakers_mail_declined_opening({ who: person }, { locale }) },
      {
        kind: 'facts',
        rows: [{ term: m.speakers_mail_sessions({ count: 1 }, { locale }), lines: [session.title, session.when].filter(Boolean) }],
      },
      ...(words ? [{ kind: 'quote' as const, text: words, source: who }] : []),
      { kind: 'button', label: m.speakers_mail_declined_button({}, { locale }), href: link },
    ],
    reason: m.speakers_mail_declined_reason({ edition: edition.name }, { locale }),
  });
}
