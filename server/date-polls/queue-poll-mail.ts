import { fullNameOf } from '#app/model/attendance.ts';
import type { Trx } from '#db/client.ts';
import { listPollOrganisers } from '#db/date-polls/reminders.ts';
import type { Addressee } from '#db/date-polls/voters.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import { type MailToQueue, queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

type Letter<Name extends MailTemplateName> = Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey' | 'notBefore'>;

/** One mail to each of some voters, in their languages; what it says may differ from one to the other. */
export async function queueToVoters<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  voters: readonly Addressee[],
  letterTo: (voter: Addressee) => Letter<Name>,
): Promise<void> {
  for (const voter of voters) {
    const { personId, email, language } = voter;
    await queueMail(trx, services, { ...letterTo(voter), personId, to: { address: email, name: fullNameOf(voter) }, language });
  }
}

/** One mail to each organiser of a poll's group. */
export async function tellOrganisers<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  pollId: string,
  letter: Letter<Name>,
): Promise<void> {
  for (const organiser of await listPollOrganisers(trx, pollId)) {
    const { personId, email, language } = organiser;
    const dedupeKey = `${letter.dedupeKey}:${personId}`;
    await queueMail(trx, services, { ...letter, dedupeKey, personId, to: { address: email, name: fullNameOf(organiser) }, language });
  }
}
