import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import type { ReportLevel } from '#app/model/rapporteurs.ts';
import { cleanLine } from '#app/model/text.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import type { MeetingInMail } from './meeting-facts.ts';
import { whenRow } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

/** A session as its rapporteurs are told of it. */
export interface ReportInMail extends Pick<MeetingInMail, 'title' | 'groupName' | 'edtf' | 'timeZone' | 'readerZone' | 'placeName'> {
  slug: string;
  editionName: string;
  /** Its hour is not settled. */
  unannounced: boolean;
  /** 'YYYY-MM-DD'; null: none. */
  dueOn: string | null;
  /** What is expected, heading by heading. */
  headings: readonly string[];
}

interface Frame {
  locale: Locale;
  appUrl: string;
  givenName: string;
  session: ReportInMail;
}

/** « Vous rédigez le compte-rendu de … »: what is expected, by when, and where it is written. */
export function rapporteurAssignedMail({ organiserName, ...frame }: Frame & { organiserName: string | null }): RenderedMail {
  const { locale, session } = frame;
  const title = cleanLine(session.title);
  return mailOf(frame, {
    subject: m.rapporteurs_mail_assigned_subject({ title }, { locale }),
    opening: organiserName
      ? m.rapporteurs_mail_assigned_by({ organiser: organiserName, title, edition: session.editionName }, { locale })
      : m.rapporteurs_mail_assigned({ title, edition: session.editionName }, { locale }),
    closing: m.rapporteurs_mail_how({}, { locale }),
  });
}

/** The deadline comes, or has passed. */
export function rapporteurReminderMail({ level, ...frame }: Frame & { level: ReportLevel }): RenderedMail {
  const { locale, session } = frame;
  const title = cleanLine(session.title);
  const soon = level === 'eve';
  return mailOf(frame, {
    subject: soon ? m.rapporteurs_mail_soon_subject({ title }, { locale }) : m.rapporteurs_mail_late_subject({ title }, { locale }),
    opening: soon ? m.rapporteurs_mail_soon({ title }, { locale }) : m.rapporteurs_mail_late({ title }, { locale }),
    closing: m.rapporteurs_mail_when_done({}, { locale }),
  });
}

function mailOf(
  { locale, appUrl, givenName, session }: Frame,
  { subject, opening, closing }: { subject: string; opening: string; closing: string },
): RenderedMail {
  const due = session.dueOn ? formatDay(session.dueOn, locale, { weekday: true }) : null;
  const facts: MailBlock = {
    kind: 'facts',
    rows: [
      session.unannounced
        ? { term: m.rapporteurs_mail_when({}, { locale }), lines: [m.rapporteurs_mail_when_open({}, { locale })] }
        : whenRow(session, locale),
      ...(session.placeName ? [{ term: m.rapporteurs_mail_where({}, { locale }), lines: [cleanLine(session.placeName)] }] : []),
      ...(due ? [{ term: m.rapporteurs_mail_due({}, { locale }), lines: [due] }] : []),
      ...(session.headings.length > 0
        ? [{ term: m.rapporteurs_mail_headings({}, { locale }), lines: session.headings.map(cleanLine) }]
        : []),
    ],
  };
  return renderMail({
    ...{ locale, appUrl, subject },
    preview: due ? m.rapporteurs_mail_preview({ due }, { locale }) : opening,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: opening },
      facts,
      {
        kind: 'button',
        label: m.rapporteurs_mail_button({}, { locale }),
        href: `${appUrl}${localePath(`/meetings/${session.slug}/report`, locale)}`,
      },
      { kind: 'note', text: closing },
    ],
    reason: m.rapporteurs_mail_reason({ group: session.groupName }, { locale }),
  });
}
