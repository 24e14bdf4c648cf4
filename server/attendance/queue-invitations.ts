import { fullNameOf } from '#app/model/attendance.ts';
import { type Invitee, markInvited } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import { type MailToQueue, queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/** Sends their invitation to all who are on the list, have an address and got none yet; tells how many. `by`: the organiser, whose name it carries. */
export async function queueInvitations(
  trx: Trx,
  services: Services,
  { meetingId, sequence, by }: { meetingId: string; sequence: number; by: string },
): Promise<number> {
  const invitees = await markInvited(trx, { meetingId, now: services.clock.now().toString() });
  for (const invitee of invitees) {
    const { attendanceId } = invitee;
    const dedupeKey = `invitation:${attendanceId}:${sequence}`;
    await queueMailTo(trx, services, invitee, { template: 'invitation', payload: { attendanceId, by }, dedupeKey });
  }
  return invitees.length;
}

/** One mail to one invitee, in their language. */
export async function queueMailTo<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  invitee: Pick<Invitee, 'personId' | 'givenName' | 'familyName' | 'email' | 'language'>,
  mail: Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey'>,
): Promise<void> {
  const { personId, email, language } = invitee;
  await queueMail(trx, services, { ...mail, personId, to: { address: email, name: fullNameOf(invitee) }, language });
}
