import { type RawBuilder, sql } from 'kysely';
import type { MeetingScope, OutboxScope } from '#app/model/scope.ts';

/** Which mails a scope holds, as a condition on outbox_mails. */
export function mailsWithin(scope: MeetingScope | OutboxScope): RawBuilder<boolean> {
  if ('meetingId' in scope) return sql`outbox_mails.meeting_id = ${scope.can.organise ? scope.meetingId : null}`;
  if (scope.groupIds === 'all') return sql`true`;
  return sql`outbox_mails.meeting_id in (select id from meetings where group_id = any (${sql.val([...scope.groupIds])}::uuid[]))`;
}
