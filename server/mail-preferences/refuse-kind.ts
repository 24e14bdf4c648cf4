import type { Delivery, RefusableKind } from '#app/model/mail-preferences.ts';
import type { MailReaderScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findPreferences } from '#db/mail-preferences/read.ts';
import { findBefore, holdReader, writeDelivery, writeReader } from '#db/mail-preferences/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { readerKey } from './reader-key.ts';
import { releaseMails } from './release-mails.ts';

interface Refusal {
  scope: MailReaderScope;
  kind: RefusableKind;
  /** How it was said: a mail program's own button (RFC 8058), or our page. */
  by: 'one_click' | 'page';
}

/** Ends one kind of mail to one reader, also those that are queued already. Saying it twice is saying it once. */
export async function refuseKind(services: Services, { scope, kind, by }: Refusal): Promise<void> {
  await change(services, { scope, kind, by, action: 'mail.refuse' }, async (_trx, before) => (before === 'never' ? null : 'never'));
}

/** Takes a refusal back: things are as they were before it. */
export async function takeRefusalBack(services: Services, { scope, kind }: Omit<Refusal, 'by'>): Promise<void> {
  await change(services, { scope, kind, by: 'page', action: 'mail.accept' }, async (trx, now, readerId) => {
    if (now !== 'never') return null;
    return (await findBefore(trx, readerId, kind)) ?? 'now';
  });
}

async function change(
  services: Services,
  { scope, kind, by, action }: Refusal & { action: string },
  choose: (trx: Trx, current: Delivery, readerId: string) => Promise<Delivery | null>,
): Promise<void> {
  const now = services.clock.now();
  await inTransaction(services.db, async (trx) => {
    const held = await findPreferences(trx, scope);
    const { id: readerId } = await holdReader(trx, readerKey(scope), held, now.toString());
    const { deliveries } = await findPreferences(trx, scope);
    const delivery = await choose(trx, deliveries[kind], readerId);
    if (delivery === null) return;
    await writeDelivery(trx, { readerId, kind, delivery, before: deliveries[kind] }, now.toString());
    await writeReader(trx, readerId, {}, now.toString());
    await releaseMails(trx, services, scope);
    await recordAudit(trx, { personId: scope.personId, action, subjectType: 'mail_reader', subjectId: readerId, detail: { kind, by } });
  });
}
