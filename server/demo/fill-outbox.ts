import type { MailFault, MailState } from '#app/model/outbox.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { DemoPersonKey } from '#db/demo/network.ts';
import { demoAddress, PEOPLE } from '#db/demo/network.ts';
import { countFailure } from '#db/outbox/addresses.ts';
import { insertMails, settleMail } from '#db/outbox/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

/** What became of the mails about the minutes of one meeting, years ago, where it was not simply sent. */
const TROUBLES: Partial<Record<DemoPersonKey, { state: MailState; fault: MailFault; said: string }>> = {
  castaing: { state: 'bounced', fault: 'no_mailbox', said: '5.1.1 smtp; 550 5.1.1 user unknown' },
  etcheverry: { state: 'refused', fault: 'mailbox_full', said: 'Message failed: 552 5.2.2 mailbox full' },
};

/** Mails that did not arrive, for organisers of the demo to look at; they were sent by nobody. Once, when the demo is made. */
export async function fillOutbox(
  services: Services,
  secretary: Viewer,
  { slug, people }: { slug: string; people: ReadonlyMap<DemoPersonKey, string> },
): Promise<void> {
  const scope = await findMeetingScope(services, secretary, { slug });
  if (!scope) return;
  const { meetingId } = scope;
  const by = secretary.personId;
  const at = services.clock.now().subtract({ hours: 24 }).toString();
  await inTransaction(services.db, async (trx) => {
    for (const [name, { state, fault, said }] of Object.entries(TROUBLES)) {
      const key = name as DemoPersonKey;
      const personId = people.get(key);
      if (!personId) continue;
      const toAddress = demoAddress(key);
      const payload = { meetingId, number: 1, by, message: '' };
      const to = { personId, toAddress, toName: `${PEOPLE[key].given} ${PEOPLE[key].family}`, language: 'fr' as const };
      const [mail] = await insertMails(trx, [
        { ...to, template: 'minutes-published', payload, dedupeKey: `demo ${meetingId} ${toAddress}` },
      ]);
      if (!mail) continue;
      await settleMail(trx, mail.id, { state, fault, lastError: said, at });
      await countFailure(trx, { address: toAddress, reason: fault, at });
    }
  });
}
