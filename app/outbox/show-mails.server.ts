import { readFailingAddresses } from '#db/outbox/read-addresses.ts';
import type { SentMail } from '#db/outbox/read-sent.ts';
import { isUrgent } from '#server/outbox/priority.ts';
import type { Services } from '#server/services.ts';

/** Mails with what is known of their addresses, and what may be done with them. */
export async function showMails<Mail extends SentMail>(services: Services, mails: readonly Mail[]) {
  const failing = await readFailingAddresses(
    services.db,
    mails.map(({ toAddress }) => toAddress),
  );
  return mails.map((mail) => ({
    ...mail,
    failing: failing.get(mail.toAddress.toLowerCase()) ?? null,
    personal: isUrgent(mail.template),
  }));
}

/** The mails of one page out of one more than it shows, and where the next page begins. */
export function pageOf<Mail extends { id: string }>(mails: readonly Mail[], shown: number): { mails: Mail[]; before: string | null } {
  const page = mails.slice(0, shown);
  return { mails: page, before: mails.length > shown ? (page.at(-1)?.id ?? null) : null };
}
