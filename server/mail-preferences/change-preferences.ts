import { choicesOf, differences, type MailChoices, WORDED_KINDS } from '#app/model/mail-choices.ts';
import type { MailReaderScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findPreferences } from '#db/mail-preferences/read.ts';
import { holdReader, writeDelivery, writeReader } from '#db/mail-preferences/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { readerKey } from './reader-key.ts';
import { releaseMails } from './release-mails.ts';

export type PreferencesChanged = { ok: true } | { ok: false; reason: 'conflict' };

/**
 * Writes what somebody chose on the page. A form that was filled from older choices (a link in a mail was pressed since)
 * changes nothing, unless it says what holds already. Mails that are kept for the digest are decided anew.
 */
export async function changePreferences(
  services: Services,
  { scope, choices, revision }: { scope: MailReaderScope; choices: MailChoices; revision: number },
): Promise<PreferencesChanged> {
  const now = services.clock.now().toString();
  return inTransaction<PreferencesChanged>(services.db, async (trx) => {
    const reader = await holdReader(trx, readerKey(scope), await findPreferences(trx, scope), now);
    const stored = await findPreferences(trx, scope);
    const changed = differences(choicesOf(stored), choices);
    if (reader.revision !== revision) return changed.length === 0 ? { ok: true } : { ok: false, reason: 'conflict' };
    const { deliveries, leads, digestHour, subscribed } = choices;
    for (const kind of WORDED_KINDS) {
      if (!changed.includes(kind)) continue;
      await writeDelivery(trx, { readerId: reader.id, kind, delivery: deliveries[kind], before: stored.deliveries[kind] }, now);
    }
    if (changed.includes('leads')) {
      const delivery = leads.length > 0 ? 'now' : 'never';
      await writeDelivery(trx, { readerId: reader.id, kind: 'reminders', delivery, before: stored.deliveries.reminders }, now);
    }
    const reminderLeads = changed.includes('leads') && leads.length > 0 ? leads : stored.reminderLeads;
    await writeReader(trx, reader.id, { digestHour, calendarParts: !subscribed, reminderLeads }, now);
    await releaseMails(trx, services, scope);
    const about = { subjectType: 'mail_reader', subjectId: reader.id, detail: { changed } };
    await recordAudit(trx, { personId: scope.personId, action: 'mail.choose', ...about });
    return { ok: true };
  });
}
