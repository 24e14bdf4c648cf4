import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface Reading {
  personId: string;
  number: number;
  /** Instant. */
  readAt: string;
}

/** The version of a meeting's minutes that a person read last; undefined: none yet. */
export async function findReading(db: Executor, scope: MeetingScope, personId: string): Promise<{ number: number } | undefined> {
  return db
    .selectFrom('minutesReadings')
    .innerJoin('minutes', 'minutes.id', 'minutesReadings.minutesId')
    .select('minutesReadings.number')
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('minutesReadings.personId', '=', personId)
    .executeTakeFirst();
}

/** Remembers what a person read; an older version never takes the place of a newer one. */
export async function keepReading(db: Executor, scope: MeetingScope, { personId, number, readAt }: Reading): Promise<void> {
  await db
    .insertInto('minutesReadings')
    .columns(['minutesId', 'personId', 'number', 'readAt'])
    .expression(({ selectFrom, val, cast }) =>
      selectFrom('minutes')
        .select('minutes.id')
        .select([
          cast<string>(val(personId), 'uuid').as('personId'),
          cast<number>(val(number), 'integer').as('number'),
          cast<string>(val(readAt), 'timestamptz').as('readAt'),
        ])
        .where('minutes.meetingId', '=', scope.meetingId),
    )
    .onConflict((conflict) =>
      conflict.columns(['personId', 'minutesId']).doUpdateSet({ number, readAt }).where('minutesReadings.number', '<', number),
    )
    .execute();
}
