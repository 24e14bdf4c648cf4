import type { MailReaderScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { releaseKept } from '#db/mail-preferences/digests.ts';
import type { Services } from '#server/services.ts';
import { NEWS_FOR } from './gather-digests.ts';

/** After a change of preferences: what is kept for the reader's digest is decided anew, and leaves now if they want it now. */
export async function releaseMails(trx: Trx, services: Services, { personId, address }: MailReaderScope): Promise<void> {
  const after = services.clock.now().subtract(NEWS_FOR).toString();
  for (const mailId of await releaseKept(trx, { personId, address, after })) await services.jobs.enqueue(trx, 'send-mail', { mailId });
}
