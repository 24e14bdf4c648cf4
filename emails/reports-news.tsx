import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface ReportsNewsMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  groupName: string;
  edition: { slug: string; name: string };
  /** Handed in since the morning before. */
  handedIn: readonly { title: string; byName: string; findings: number | null }[];
  /** Titles of sessions whose deadline has passed. */
  late: readonly string[];
}

/** What came in of an edition's reports, and which are late: one mail a morning, at most. */
export function reportsNewsMail({ locale, appUrl, givenName, groupName, edition, handedIn, late }: ReportsNewsMail): RenderedMail {
  const name = cleanLine(edition.name);
  const subject =
    handedIn.length > 0
      ? m.rapporteurs_mail_news_subject({ count: handedIn.length, edition: name }, { locale })
      : m.rapporteurs_mail_news_late_subject({ count: late.length, edition: name }, { locale });
  const rows = [
    ...(handedIn.length > 0
      ? [{ term: m.rapporteurs_mail_news_in({}, { locale }), lines: handedIn.map((one) => lineOf(one, locale)) }]
      : []),
    ...(late.length > 0 ? [{ term: m.rapporteurs_mail_news_late({}, { locale }), lines: late.map(cleanLine) }] : []),
  ];
  const facts: MailBlock = { kind: 'facts', rows };
  return renderMail({
    ...{ locale, appUrl, subject },
    preview: cleanLine(handedIn[0]?.title ?? late[0] ?? ''),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      facts,
      {
        kind: 'button',
        label: m.rapporteurs_mail_news_button({}, { locale }),
        href: `${appUrl}${localePath(`/editions/${edition.slug}/rapporteurs`, locale)}`,
      },
    ],
    reason: m.rapporteurs_mail_news_reason({ group: cleanLine(groupName) }, { locale }),
  });
}

function lineOf({ title, byName, findings }: ReportsNewsMail['handedIn'][number], locale: Locale): string {
  const told = m.rapporteurs_mail_news_line({ title: cleanLine(title), name: cleanLine(byName) }, { locale });
  return findings ? `${told}, ${m.rapporteurs_findings({ count: findings }, { locale })}` : told;
}
