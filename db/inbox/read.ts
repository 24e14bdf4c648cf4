import type { InboxDoor, InboxKind, InboxOutcome } from '#app/model/inbox.ts';
import type { InboxScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface InboxRow {
  id: string;
  /** ISO instant. */
  receivedAt: string;
  door: InboxDoor;
  fromAddress: string;
  fromName: string;
  subject: string;
  excerpt: string;
  kind: InboxKind;
  outcome: InboxOutcome;
  detail: string;
  meeting: { slug: string; title: string } | null;
}

/** What came in, newest first. `before`: the id of the last row of the page before. */
export async function listInbox(
  db: Executor,
  scope: InboxScope,
  { before, limit }: { before: string | null; limit: number },
): Promise<InboxRow[]> {
  let query = db
    .selectFrom('inboxMails')
    .leftJoin('meetings', 'meetings.id', 'inboxMails.meetingId')
    .select([
      'inboxMails.id',
      'receivedAt',
      'door',
      'fromAddress',
      'fromName',
      'subject',
      'excerpt',
      'inboxMails.kind',
      'outcome',
      'detail',
    ])
    .select(['meetings.slug', 'meetings.title'])
    .orderBy('receivedAt', 'desc')
    .orderBy('inboxMails.id', 'desc')
    .limit(limit);
  if (scope.groupIds !== 'all') query = query.where('meetings.groupId', 'in', [...scope.groupIds]);
  if (before)
    query = query.where((eb) =>
      eb(
        eb.refTuple('receivedAt', 'inboxMails.id'),
        '<',
        eb
          .selectFrom('inboxMails as last')
          .select(['last.receivedAt', 'last.id'])
          .where('last.id', '=', before)
          .$asTuple('receivedAt', 'id'),
      ),
    );
  const rows = await query.execute();
  return rows.map(({ slug, title, ...row }) => ({ ...row, meeting: slug === null || title === null ? null : { slug, title } }));
}

/** SEQUENCE of the newest entry that anybody can have of a meeting; undefined: there is no such meeting. */
export async function findSequence(db: Executor, meetingId: string): Promise<number | undefined> {
  return (await db.selectFrom('meetings').select('sequence').where('id', '=', meetingId).executeTakeFirst())?.sequence;
}

/** What is known of a mail by the hash of its octets; undefined: it has not been treated. */
export async function findReceived(db: Executor, sha256: Buffer): Promise<{ outcome: InboxOutcome } | undefined> {
  return db.selectFrom('inboxMails').select('outcome').where('sha256', '=', sha256).executeTakeFirst();
}
