import { fullNameOf } from '#app/model/attendance.ts';
import type { Trx } from '#db/client.ts';
import { listEditionOrganisers } from '#db/speakers/read-board.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import { type MailToQueue, queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/** One mail to each organiser of an edition. */
export async function tellOrganisers<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  editionId: string,
  letter: Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey'>,
): Promise<void> {
  for (const organiser of await listEditionOrganisers(trx, editionId)) {
    const { personId, email, language } = organiser;
    const dedupeKey = `${letter.dedupeKey}:${personId}`;
    await queueMail(trx, services, { ...letter, dedupeKey, personId, to: { address: email, name: fullNameOf(organiser) }, language });
  }
}
