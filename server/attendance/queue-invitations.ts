import { fullNameOf } from '#app/model/attendance.ts';
import { type Invitee, markInvited } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import { type MailToQueue, queueMail, queueMails } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/** Sends their invitation to all who are on the list, have an address and got none yet; tells how many. `by`: the organiser, whose name it carries. */
export async function queueInvitations(
  trx: Trx,
  services: Services,
  { meetingId, sequence, by }: { meetingId: string; sequence: number; by: string },
): Promise<number> {
  const invitees = await markInvited(trx, { meetingId, now: services.clock.now().toString() });
  const mails = invitees.map((invitee) => {
    const { attendanceId } = invitee;
    const payload = { attendanceId, by };
    return { ...addressedTo(invitee), template: 'invitation' as const, payload, dedupeKey: `invitation:${attendanceId}:${sequence}` };
  });
  await queueMails(trx, services, mails);
  return invitees.length;
}

type Addressee = Pick<Invitee, 'personId' | 'givenName' | 'familyName' | 'email' | 'language'>;

/** One mail to one invitee, in their language. */
export async function queueMailTo<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  invitee: Addressee,
  mail: Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey'>,
): Promise<void> {
  await queueMail(trx, services, { ...mail, ...addressedTo(invitee) });
}

/** To whom a mail goes, and in which language. */
export function addressedTo(invitee: Addressee) {
  const { personId, email, language } = invitee;
  return { personId, to: { address: email, name: fullNameOf(invitee) }, language };
}
