import { type Locale, localePath } from '#app/locale.ts';
import { listForMail } from '#db/follow-ups/mail.ts';
import { followUpAssignedMail } from '#emails/follow-up-assigned.tsx';
import type { FollowUpInMail } from '#emails/follow-up-blocks.ts';
import { followUpReminderMail } from '#emails/follow-up-reminder.tsx';
import { mintLink } from '#server/accounts/link-tokens.ts';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';

/** Longer lists are no mail any more; the rest is on the page. */
const SHOWN = 25;
const VALID_FOR = { years: 1 };

/** What an organiser's « Prévenir les responsables » sends; not wanted once nothing of it is open and this person's. */
export const renderAssigned: MailTemplate<'follow-up-assigned'> = async (services, { payload, personId, locale }) => {
  const { name, actions, more } = await actionsFor(services, personId, payload.followUpIds, locale);
  if (actions.length === 0) return null;
  const organiser = await senderOf(services, payload.by);
  const { appUrl } = services.env;
  const rendered = followUpAssignedMail({ locale, appUrl, name, organiserName: organiser?.name ?? null, actions, more });
  return { ...rendered, ...(organiser && { organiser }) };
};

export const renderReminder: MailTemplate<'follow-up-reminder'> = async (services, { payload, personId, locale }) => {
  const { name, actions, more } = await actionsFor(services, personId, payload.followUpIds, locale);
  if (actions.length === 0) return null;
  return followUpReminderMail({ locale, appUrl: services.env.appUrl, name, actions, more });
};

async function actionsFor(
  services: Services,
  personId: string | null,
  ids: readonly string[],
  locale: Locale,
): Promise<{ name: string; actions: FollowUpInMail[]; more: number }> {
  if (!personId) return { name: '', actions: [], more: 0 };
  const found = await listForMail(services.db, personId, ids, { limit: ids.length });
  const actions: FollowUpInMail[] = [];
  for (const { id, groupZone, givenName: _, ...action } of found.slice(0, SHOWN)) {
    const token = await mintLink(services, { purpose: 'follow_up', personId, followUpId: id, validFor: VALID_FOR });
    const today = services.clock.now().toZonedDateTimeISO(groupZone).toPlainDate().toString();
    const late = action.dueOn !== null && action.dueOn < today;
    actions.push({ ...action, late, href: `${services.env.appUrl}${localePath(`/follow-ups/${token}`, locale)}` });
  }
  return { name: found[0]?.givenName ?? '', actions, more: found.length - actions.length };
}
