import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { AttendanceRole } from '#app/model/attendance.ts';
import { whenOf } from '#app/model/when.ts';
import { renderMail } from './layout.tsx';
import type { MailBlock } from './mail-blocks.ts';
import { type AnswerLink, answerBlocks, factsOf, type MeetingInMail, onlineBlocks, pageLink, whenOfMail } from './meeting-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface InvitationMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** Null: the group invites. */
  organiserName: string | null;
  roles: readonly AttendanceRole[];
  meeting: MeetingInMail;
  answers: readonly AnswerLink[];
}

/** « Serez-vous là ? » to one person; what is known of date and place, and nothing that is not. */
export function invitationMail({ locale, appUrl, givenName, organiserName, roles, meeting, answers }: InvitationMail): RenderedMail {
  const { title, groupName } = meeting;
  const { date, full } = whenOfMail(meeting, locale);
  const duties = roles.filter((role) => role !== 'participant');
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
    {
      kind: 'paragraph',
      text: organiserName
        ? m.attendance_mail_invites({ organiser: organiserName, group: groupName }, { locale })
        : m.attendance_mail_group_invites({ group: groupName }, { locale }),
    },
    { kind: 'heading', text: title },
    factsOf(meeting, locale),
    ...onlineBlocks(meeting, locale),
  ];
  if (duties.length > 0) {
    const names = duties.map((role) => ROLES[role]({}, { locale })).join(', ');
    blocks.push({ kind: 'paragraph', text: m.attendance_mail_your_role({ roles: names }, { locale }) });
  }
  const when = whenOf(meeting.edtf);
  const vague = when.kind === 'month' || when.kind === 'year' || when.kind === 'unknown';
  if (vague) blocks.push({ kind: 'paragraph', text: m.attendance_mail_no_date({}, { locale }) });
  else if (when.toConfirm) blocks.push({ kind: 'paragraph', text: m.attendance_mail_to_confirm({}, { locale }) });
  return renderMail({
    locale,
    appUrl,
    subject: m.attendance_mail_invitation_subject({ title, date }, { locale }),
    preview: full,
    blocks: [...blocks, ...answerBlocks(answers, meeting, locale), pageLink(meeting, locale)],
    reason: m.attendance_mail_reason({ group: groupName }, { locale }),
  });
}

const ROLES = {
  chair: m.attendance_role_chair,
  facilitator: m.attendance_role_facilitator,
  speaker: m.attendance_role_speaker,
  participant: m.attendance_role_participant,
  interpreter: m.attendance_role_interpreter,
  organiser: m.attendance_role_organiser,
  rapporteur: m.attendance_role_rapporteur,
} as const satisfies Record<AttendanceRole, unknown>;
