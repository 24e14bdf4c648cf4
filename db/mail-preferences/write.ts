import type { Delivery, RefusableKind, ReminderLead } from '#app/model/mail-preferences.ts';
import type { Trx } from '#db/client.ts';

/** Whose row: somebody of the directory, or an address that nobody in it has. */
export type ReaderKey = { personId: string; address: null } | { personId: null; address: string };

/**
 * The row of a reader, held until the end of the transaction. When there is none it is made with what holds for them now: a
 * person goes on with what was chosen for their address before they were in the directory.
 */
export async function holdReader(trx: Trx, reader: ReaderKey, held: ReaderChoices, now: string): Promise<{ id: string; revision: number }> {
  const { digestHour, calendarParts, reminderLeads } = held;
  await trx
    .insertInto('mailReaders')
    .values({ ...reader, digestHour, calendarParts, reminderLeads, revision: 0, changedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('mailReaders')
    .select(['id', 'revision'])
    .where((row) => (reader.personId === null ? row('address', '=', reader.address) : row('personId', '=', reader.personId)))
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export interface ReaderChoices {
  digestHour: number;
  calendarParts: boolean;
  reminderLeads: ReminderLead[] | null;
}

/** Writes what is not about one kind, and counts the change. */
export async function writeReader(trx: Trx, readerId: string, choices: Partial<ReaderChoices>, now: string): Promise<void> {
  await trx
    .updateTable('mailReaders')
    .set((row) => ({ ...choices, revision: row('revision', '+', 1), changedAt: now }))
    .where('id', '=', readerId)
    .execute();
}

/** Writes how one kind is delivered. A refusal remembers what it put an end to, however often it is repeated. */
export async function writeDelivery(
  trx: Trx,
  { readerId, kind, delivery, before }: { readerId: string; kind: RefusableKind; delivery: Delivery; before: Delivery },
  now: string,
): Promise<void> {
  const remembered = delivery === 'never' && before !== 'never' ? { before } : {};
  await trx
    .insertInto('mailPreferences')
    .values({ readerId, kind, delivery, changedAt: now, ...remembered })
    .onConflict((conflict) => conflict.columns(['readerId', 'kind']).doUpdateSet({ delivery, changedAt: now, ...remembered }))
    .execute();
}

/** What a refusal put an end to; null: nothing was chosen before it. */
export async function findBefore(trx: Trx, readerId: string, kind: RefusableKind): Promise<Delivery | null> {
  const row = await trx
    .selectFrom('mailPreferences')
    .select('before')
    .where('readerId', '=', readerId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.before ?? null;
}
