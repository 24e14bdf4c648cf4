import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import { whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

interface Dated {
  edtf: string;
  timeZone: string;
}

export interface SeriesChangeMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** One line. */
  title: string;
  groupName: string;
  readerZone: string;
  seriesUrl: string;
  /** In the order of their dates. */
  meetings: readonly (Dated & { before: Dated; what: 'moved' | 'cancelled' | 'place' })[];
}

/** All the dates of a series that changed, old and new, in one list. It has no calendar part: each entry moves by a mail of its own. */
export function seriesChangeMail({ locale, appUrl, givenName, title, groupName, ...mail }: SeriesChangeMail): RenderedMail {
  const { meetings, readerZone } = mail;
  const those = (what: Meeting['what']) => meetings.filter((meeting) => meeting.what === what);
  const [moved, cancelled, elsewhere] = [those('moved'), those('cancelled'), those('place')];
  const line = (at: Dated) => {
    const { full, zoneNote } = whenOfMail({ ...at, readerZone }, locale);
    return zoneNote ? `${full} (${zoneNote})` : full;
  };
  return renderMail({
    locale,
    appUrl,
    subject: m.series_mail_subject({ title, count: meetings.length }, { locale }),
    preview: meetings[0] ? line(meetings[0]) : title,
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.series_mail_what({ title, count: meetings.length }, { locale }) },
      ...section(m.series_mail_moved_heading({ count: moved.length }, { locale }), moved, (meeting) => ({
        term: m.series_mail_new_date({}, { locale }),
        lines: [line(meeting), m.series_mail_instead_of({ date: line(meeting.before) }, { locale })],
      })),
      ...section(m.series_mail_cancelled_heading({ count: cancelled.length }, { locale }), cancelled, (meeting) => ({
        term: m.series_mail_cancelled({}, { locale }),
        lines: [line(meeting.before)],
      })),
      ...section(m.series_mail_place_heading({}, { locale }), elsewhere, (meeting) => ({
        term: m.series_mail_place_date({}, { locale }),
        lines: [line(meeting)],
      })),
      { kind: 'note', text: m.series_mail_calendar_note({}, { locale }) },
      { kind: 'link', label: m.series_mail_page({}, { locale }), href: mail.seriesUrl },
    ],
    reason: m.series_mail_reason({ group: groupName }, { locale }),
  });
}

type Meeting = SeriesChangeMail['meetings'][number];

function section(heading: string, meetings: readonly Meeting[], row: (meeting: Meeting) => { term: string; lines: string[] }): MailBlock[] {
  if (meetings.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', rows: meetings.map(row) },
  ];
}
