import { fullNameOf } from '#app/model/attendance.ts';
import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import { type MailToQueue, queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

interface Addressee {
  personId: string;
  givenName: string;
  familyName: string;
  /** Null: nobody knows an address of theirs, nothing is sent. */
  email: string | null;
  language: Language;
}

/** One mail about a review to one person, in their language. */
export async function queueToReviewer<Name extends MailTemplateName>(
  trx: Trx,
  services: Services,
  person: Addressee,
  mail: Pick<MailToQueue<Name>, 'template' | 'payload' | 'dedupeKey' | 'notBefore'>,
): Promise<void> {
  const { personId, email, language } = person;
  if (email !== null) await queueMail(trx, services, { ...mail, personId, to: { address: email, name: fullNameOf(person) }, language });
}
