import type { Executor } from '#db/client.ts';

/** How many people a mail about a meeting would go to. */
export interface Addressees {
  /** On its list, and not invited yet: those whom publishing a draft invites. */
  waiting: number;
  /** Invited: those whom a change is told. */
  invited: number;
  /** Invited, and did not decline: those who are told that it is off. */
  coming: number;
}

/** Counts those who have an address. Its number is shown before anything is sent, and looked at again when it is. */
export async function countAddressees(db: Executor, meetingId: string): Promise<Addressees> {
  return db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('attendances.invitedAt', 'is', null).as('waiting'),
      eb.fn.countAll<number>().filterWhere('attendances.invitedAt', 'is not', null).as('invited'),
      eb.fn
        .countAll<number>()
        .filterWhere('attendances.invitedAt', 'is not', null)
        .filterWhere('attendances.answer', '<>', 'declined')
        .as('coming'),
    ])
    .where('attendances.meetingId', '=', meetingId)
    .where('people.email', 'is not', null)
    .executeTakeFirstOrThrow();
}
