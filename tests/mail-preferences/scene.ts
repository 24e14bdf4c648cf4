import type { MailChoices } from '#app/model/mail-choices.ts';
import { choicesOf } from '#app/model/mail-choices.ts';
import { readMailChoices } from '#db/mail-preferences/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import { enterByToken } from '#server/mail-preferences/access.ts';
import { changePreferences } from '#server/mail-preferences/change-preferences.ts';
import { sealUnsubscription } from '#server/mail-preferences/unsubscribe-token.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/** A meeting on 20 June 2022 at 16:30 in Paris, nearly three weeks from now, whose invitation one person has read. */
export async function invitedPerson({ db }: TestDatabase, services: TestServices, person: Parameters<typeof makePerson>[1] = {}) {
  services.clock.set('2022-06-01T08:00:00Z');
  const group = await makeGroup(db);
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const meeting = await makeMeeting(db, { groupId: group.id });
  const reader = await makePerson(db, person);
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: reader.id, invitedAt: '2022-05-20T08:00:00Z' });
  return { group, organiser, meeting, reader, attendance };
}

type Scene = Awaited<ReturnType<typeof invitedPerson>>;

/** Moves the meeting by so much and tells those who are invited; the mail is queued, not sent. */
export async function move({ db }: TestDatabase, services: TestServices, { meeting, organiser }: Scene, edtf: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const before = await trx.selectFrom('meetings').selectAll().where('id', '=', meeting.id).executeTakeFirstOrThrow();
    const [from = '', to = ''] = edtf
      .split('/')
      .map((local) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').toInstant().toString());
    await trx
      .updateTable('meetings')
      .set({ edtf, during: `[${from},${to})`, sequence: before.sequence + 1 })
      .where('id', '=', meeting.id)
      .execute();
    await notifyInvitees(trx, services, { meetingId: meeting.id, by: organiser.id, what: 'updated', before });
  });
}

/** What the person at this address chooses on the page, over what holds. */
export async function choose(
  services: TestServices,
  address: string,
  choices: Omit<Partial<MailChoices>, 'deliveries'> & { deliveries?: Partial<MailChoices['deliveries']> },
) {
  const { scope } = await enterByToken(services, sealUnsubscription(services.env, { address, kind: 'minutes' }));
  const stored = await readMailChoices(services.db, scope);
  const held = choicesOf(stored);
  const chosen = { ...held, ...choices, deliveries: { ...held.deliveries, ...choices.deliveries } };
  return changePreferences(services, { scope, choices: chosen, revision: stored.revision });
}

export async function stateOfMails({ db }: TestDatabase, toAddress: string): Promise<string[]> {
  const rows = await db.selectFrom('outboxMails').select(['template', 'state']).where('toAddress', '=', toAddress).orderBy('id').execute();
  return rows.map(({ template, state }) => `${template} ${state}`);
}
