import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ChosenKind } from '#app/model/mail-preferences.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';

/** A mail that was kept, in a line. */
export interface DigestNews {
  kind: ChosenKind;
  /** Its subject. */
  title: string;
  /** '' when the title says it all. */
  detail: string;
  /** Where one goes on from it; null: there is nowhere to go. */
  href: string | null;
}

export interface DigestMail {
  locale: Locale;
  appUrl: string;
  /** At least one, those of a kind together. */
  news: readonly DigestNews[];
  /** Further ones are not told here. */
  more: boolean;
}

/** The news of a day in one mail, kind by kind. */
export function digestMail({ locale, appUrl, news, more }: DigestMail): RenderedMail {
  const kinds = [...Map.groupBy(news, ({ kind }) => kind)];
  return renderMail({
    ...{ locale, appUrl },
    subject: m.mail_preferences_digest_subject({ count: news.length, first: news[0]?.title ?? '' }, { locale }),
    preview: news.map(({ title }) => title).join(' · '),
    blocks: [
      { kind: 'paragraph', text: m.mail_preferences_digest_intro({ count: news.length }, { locale }) },
      ...kinds.flatMap(([kind, ofKind]): MailBlock[] => [
        { kind: 'heading', text: KINDS[kind]({}, { locale }) },
        ...ofKind.flatMap(newsBlocks),
      ]),
      ...(more ? [{ kind: 'note' as const, text: m.mail_preferences_digest_more({}, { locale }) }] : []),
    ],
    reason: m.mail_preferences_digest_reason({}, { locale }),
  });
}

function newsBlocks({ title, detail, href }: DigestNews): MailBlock[] {
  const line: MailBlock = href ? { kind: 'link', label: title, href } : { kind: 'paragraph', text: title };
  return detail ? [line, { kind: 'note', text: detail }] : [line];
}

const KINDS = {
  invitations: m.mail_preferences_kind_invitations,
  reminders: m.mail_preferences_kind_reminders,
  minutes: m.mail_preferences_kind_minutes,
  reviews: m.mail_preferences_kind_reviews,
  follow_ups: m.mail_preferences_kind_follow_ups,
  date_polls: m.mail_preferences_kind_date_polls,
} as const satisfies Record<ChosenKind, unknown>;
