import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { cleanLine } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import type { MailBlock } from './mail-blocks.ts';

/** One action as mails to whoever is to do it show it. */
export interface FollowUpInMail {
  number: string;
  body: string;
  /** ISO day. */
  dueOn: string | null;
  late: boolean;
  groupName: string;
  meetingTitle: string;
  edtf: string;
  timeZone: string;
  /** The body that answers for it, when this person is its contact. */
  organisation: string | null;
  /** Where they answer, without signing in. */
  href: string;
}

/** Each action: its words, for when, decided where, and the link to answer. */
export function actionBlocks(actions: readonly FollowUpInMail[], more: number, { locale, appUrl }: { locale: Locale; appUrl: string }) {
  const blocks: MailBlock[] = actions.flatMap((action): MailBlock[] => [
    { kind: 'heading', text: cleanLine(action.body) },
    { kind: 'facts', rows: rowsOf(action, locale) },
    {
      kind: actions.length === 1 ? 'button' : 'link',
      label: m.follow_ups_mail_answer({ number: action.number }, { locale }),
      href: action.href,
    },
  ]);
  if (more > 0)
    blocks.push({ kind: 'link', label: m.follow_ups_mail_more({ count: more }, { locale }), href: appUrl + localePath('/todo', locale) });
  return blocks;
}

function rowsOf({ dueOn, late, meetingTitle, edtf, timeZone, organisation }: FollowUpInMail, locale: Locale) {
  const { date } = formatWhen(whenOf(edtf), { zone: timeZone, locale });
  const due = dueOn ? formatDay(dueOn, locale, { weekday: true }) : m.follow_ups_no_date({}, { locale });
  return [
    { term: m.follow_ups_mail_due({}, { locale }), lines: late ? [due, m.follow_ups_late({}, { locale })] : [due] },
    { term: m.follow_ups_mail_from({}, { locale }), lines: [cleanLine(meetingTitle), date] },
    ...(organisation ? [{ term: m.follow_ups_mail_for({}, { locale }), lines: [cleanLine(organisation)] }] : []),
  ];
}
