import type { Trx } from '#db/client.ts';

export interface Sending {
  meetingId: string;
  number: number;
  /** Instant. */
  sentAt: string;
  sentBy: string;
  recipients: number;
}

/** Remembers that a version was sent, and to how many. */
export async function insertSending(trx: Trx, { meetingId, ...sending }: Sending): Promise<void> {
  await trx
    .insertInto('minutesSendings')
    .columns(['minutesId', 'number', 'sentAt', 'sentBy', 'recipients'])
    .expression(({ selectFrom, val, cast }) =>
      selectFrom('minutes')
        .select('minutes.id')
        .select([
          cast<number>(val(sending.number), 'integer').as('number'),
          cast<string>(val(sending.sentAt), 'timestamptz').as('sentAt'),
          cast<string>(val(sending.sentBy), 'uuid').as('sentBy'),
          cast<number>(val(sending.recipients), 'integer').as('recipients'),
        ])
        .where('minutes.meetingId', '=', meetingId),
    )
    .execute();
}
