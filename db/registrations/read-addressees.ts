import type { Language } from '#app/model/language.ts';
import type { Executor } from '#db/client.ts';

export interface Addressee {
  registrationId: string;
  personId: string | null;
  /** Null: their delegation's contact is written to, if there is one. */
  email: string | null;
  language: Language;
  delegationId: string | null;
  contact: { email: string; language: Language } | null;
}

/** To whom mails about these registrations go. */
export async function listAddressees(db: Executor, registrationIds: readonly string[]): Promise<Addressee[]> {
  if (registrationIds.length === 0) return [];
  const rows = await db
    .selectFrom('registrations')
    .leftJoin('delegations', 'delegations.id', 'registrations.delegationId')
    .select(['registrations.id as registrationId', 'registrations.personId', 'registrations.email', 'registrations.language'])
    .select(['registrations.delegationId', 'delegations.contactEmail', 'delegations.language as contactLanguage'])
    .where('registrations.id', '=', (eb) => eb.fn.any(eb.val([...registrationIds])))
    .orderBy('registrations.queueNumber')
    .limit(20_000)
    .execute();
  return rows.map(({ contactEmail, contactLanguage, ...row }) => ({
    ...row,
    contact: contactEmail && contactLanguage ? { email: contactEmail, language: contactLanguage } : null,
  }));
}
