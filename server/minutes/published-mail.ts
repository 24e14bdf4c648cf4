import { localePath } from '#app/locale.ts';
import { textOf } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';
import { findVersionForMail } from '#db/minutes/read-sending.ts';
import { minutesPublishedMail } from '#emails/minutes-published.tsx';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { readContent } from './read-content.ts';

/** The news that minutes are out; not wanted any more once a redaction took that version away. */
export const renderMinutesPublished: MailTemplate<'minutes-published'> = async (services, mail) => {
  const { meetingId, number, by, message } = mail.payload;
  const version = await findVersionForMail(services.db, { meetingId, number });
  if (!version) return null;
  const { locale, personId, toName } = mail;
  const { meeting, highlights, decisions, actions } = readContent(version.content);
  const organiser = await senderOf(services, by);
  const own = personId ? actions.filter(({ assignee }) => assignee && nameKey(assignee) === nameKey(toName)) : [];
  const rendered = minutesPublishedMail({
    locale,
    appUrl: services.env.appUrl,
    name: toName,
    senderName: organiser?.name ?? null,
    message,
    meeting: { title: meeting.title, groupName: meeting.group.name, edtf: meeting.edtf, timeZone: meeting.timeZone },
    version: { number, reason: version.reason, note: version.note },
    highlights: highlights.map(({ inline }) => textOf(inline)),
    decisions: decisions.map(({ number: quoted, inline }) => ({ number: quoted, text: textOf(inline) })),
    actions: own.map(({ number: quoted, inline, due }) => ({ number: quoted, text: textOf(inline), due })),
    membersOnly: version.visibility === 'members',
    pageUrl: `${services.env.appUrl}${localePath(`/minutes/${meeting.slug}`, locale)}`,
    filesUrl: `${services.env.appUrl}/minutes/${meeting.slug}/v/${number}/${meeting.slug}-v${number}`,
  });
  return { ...rendered, ...(organiser && { organiser }) };
};
