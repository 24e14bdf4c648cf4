import { DEFAULT_PREFERENCES, type MailPreferences } from '#app/model/mail-preferences.ts';
import type { MailReaderScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** Whose mails: somebody of the directory, and the address that a mail goes to. */
export interface Reader {
  personId: string | null;
  /** Null: the person has none. */
  address: string | null;
}

/** What a reader chose, for what is sent to them; what they did not choose is the default. */
export async function findPreferences(db: Executor, reader: Reader): Promise<MailPreferences> {
  const rows = await readersOf(db, reader)
    .leftJoin('mailPreferences', 'mailPreferences.readerId', 'mailReaders.id')
    .select(['mailReaders.digestHour', 'mailReaders.calendarParts', 'mailReaders.reminderLeads'])
    .select(['mailPreferences.kind', 'mailPreferences.delivery'])
    .execute();
  const [first] = rows;
  if (!first) return DEFAULT_PREFERENCES;
  const deliveries = { ...DEFAULT_PREFERENCES.deliveries };
  // the person's own choices come first: they are written last
  for (const { kind, delivery } of rows.toReversed()) if (kind && delivery) deliveries[kind] = delivery;
  const { digestHour, calendarParts, reminderLeads } = first;
  return { deliveries, digestHour, calendarParts, reminderLeads };
}

/** The rows that hold for a reader: the person's own first, then what was chosen for the address before anybody had it. */
export function readersOf(db: Executor, { personId, address }: Reader) {
  const owner = db.selectFrom('people').select('people.id').where('people.email', '=', address);
  return db
    .selectFrom('mailReaders')
    .where((row) =>
      row.or([
        row('mailReaders.personId', '=', personId),
        row('mailReaders.personId', '=', owner),
        row('mailReaders.address', '=', address),
      ]),
    )
    .orderBy((row) =>
      row.case().when('mailReaders.personId', '=', personId).then(0).when('mailReaders.personId', 'is not', null).then(1).else(2).end(),
    );
}

/** What the page of preferences shows: the choices, their revision (0: nothing was chosen yet) and the clock of the digest. */
export async function readMailChoices(db: Executor, scope: MailReaderScope) {
  const { personId, address } = scope;
  const [preferences, own, person] = await Promise.all([
    findPreferences(db, scope),
    db
      .selectFrom('mailReaders')
      .select('revision')
      .where((row) => (personId === null ? row('address', '=', address) : row('personId', '=', personId)))
      .executeTakeFirst(),
    db.selectFrom('people').select('timeZone').where('id', '=', personId).executeTakeFirst(),
  ]);
  return { ...preferences, revision: own?.revision ?? 0, timeZone: person?.timeZone ?? 'Europe/Paris' };
}
