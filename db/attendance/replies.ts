import type { Partstat } from '#app/model/inbox.ts';
import type { Trx } from '#db/client.ts';

// Answers that come from people's own calendars.

/** The invitation of whoever has this address (lower case) today, locked until the end of the transaction; undefined: nobody who was sent one. */
export async function lockInvitationOf(trx: Trx, { meetingId, address }: { meetingId: string; address: string }) {
  return trx
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .leftJoin('attendanceReplies', 'attendanceReplies.attendanceId', 'attendances.id')
    .select(['attendances.id as attendanceId', 'people.id as personId', 'people.givenName', 'people.familyName', 'people.email'])
    .select(['people.language', 'attendances.answer', 'attendances.answeredAt', 'attendances.placeAssumed'])
    .select(['attendanceReplies.sequence', 'attendanceReplies.stamp', 'attendanceReplies.partstat'])
    .where('attendances.meetingId', '=', meetingId)
    .where('attendances.invitedAt', 'is not', null)
    .where('people.email', '=', address)
    .forUpdate('attendances')
    .executeTakeFirst();
}

/** What answering depends on, of a meeting that is named by its id; undefined: there is none. */
export async function findAnswerable(trx: Trx, meetingId: string) {
  return trx
    .selectFrom('meetings')
    .select(['id', 'title', 'status', 'edtf', 'timeZone', 'placeName', 'placeAddress', 'onlineUrl'])
    .where('id', '=', meetingId)
    .executeTakeFirst();
}

export interface KeptReply {
  attendanceId: string;
  sequence: number;
  /** ISO instant. */
  stamp: string;
  partstat: Partstat;
  comment: string;
  receivedAt: string;
}

/** Keeps the newest answer of somebody's calendar, over the one before. */
export async function keepReply(trx: Trx, reply: KeptReply): Promise<void> {
  const { attendanceId: _, ...newer } = reply;
  await trx
    .insertInto('attendanceReplies')
    .values(reply)
    .onConflict((conflict) => conflict.column('attendanceId').doUpdateSet(newer))
    .execute();
}
