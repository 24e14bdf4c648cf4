import { sql } from 'kysely';
import { FAILED_STATES } from '#app/model/outbox.ts';
import type { MeetingScope, OutboxScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { mailsWithin } from './within.ts';

type Scope = MeetingScope | OutboxScope;

/** One mail within the scope, locked until the end of the transaction; with the address that its person has today. */
export async function lockMail(trx: Trx, scope: Scope, mailId: string) {
  return within(trx, scope)
    .leftJoin('people', 'people.id', 'outboxMails.personId')
    .select(['outboxMails.id', 'outboxMails.template', 'outboxMails.payload', 'outboxMails.personId', 'outboxMails.toName'])
    .select(['outboxMails.language', 'outboxMails.state', 'outboxMails.toAddress'])
    .select((eb) => eb.fn.coalesce('people.email', 'outboxMails.toAddress').as('addressNow'))
    .where('outboxMails.id', '=', mailId)
    .forUpdate('outboxMails')
    .executeTakeFirst();
}

/** The mails within the scope that did not arrive, but for those of these templates; locked. */
export async function lockFailed(trx: Trx, scope: Scope, { but, limit }: { but: readonly string[]; limit: number }) {
  return within(trx, scope)
    .select(['outboxMails.id', 'outboxMails.template', 'outboxMails.toAddress'])
    .where('outboxMails.state', 'in', FAILED_STATES)
    .where(sql<boolean>`outbox_mails.template <> all (${sql.val([...but])}::text[])`)
    .orderBy('outboxMails.id')
    .limit(limit)
    .forUpdate('outboxMails')
    .execute();
}

/** Puts mails that did not arrive back into the queue, as if they had never been tried, to the address that their person has today. */
export async function requeue(trx: Trx, mailIds: readonly string[]): Promise<void> {
  await sql`
    update outbox_mails set state = 'queued', attempts = 0, fault = '', last_error = '', settled_at = null, turn_at = null, turn_by = '',
      claimed_until = null, to_address = coalesce((select email from people where people.id = person_id), to_address)
    where id = any (${sql.val([...mailIds])}::uuid[])`.execute(trx);
}

function within(trx: Trx, scope: Scope) {
  return trx.selectFrom('outboxMails').where(mailsWithin(scope));
}
