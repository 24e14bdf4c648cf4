import type { ComplementKind, ComplementState, ProposedIdentity, ProposedText } from '#app/model/complements.ts';
import type { MeetingScope, ReviewScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface ComplementRow {
  id: string;
  /** Null: from a file that came back. */
  reviewId: string | null;
  /** The point of the agenda; null: the minutes as a whole, an identity, or a point that is gone. */
  agendaItemId: string | null;
  /** Null: the end of the point, or no paragraph in particular. */
  blockId: string | null;
  kind: ComplementKind;
  /** The paragraph as the author saw it; of an identity, see `identityLine`. */
  baseText: string;
  proposed: ProposedText | ProposedIdentity | null;
  comment: string;
  /** The attendance of the author; null: not (any more) on the list of the meeting. */
  attendanceId: string | null;
  authorId: string | null;
  authorName: string;
  authorOrganisation: string;
  state: ComplementState;
  applied: ProposedText | ProposedIdentity | null;
  reason: string;
  /** Instants. */
  decidedAt: string | null;
  decidedByName: string;
  createdAt: string;
  revision: number;
}

/** Everything that was proposed on the minutes of a meeting, oldest first, withdrawn ones left out; nothing for who does not organise it. */
export async function listComplements(db: Executor, scope: MeetingScope, { limit }: { limit: number }): Promise<ComplementRow[]> {
  if (!scope.can.organise) return [];
  return complements(db)
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('complements.state', '!=', 'withdrawn')
    .limit(limit)
    .execute();
}

/** What one participant proposed, oldest first, withdrawn ones left out. */
export async function listOwnComplements(db: Executor, scope: ReviewScope, { limit }: { limit: number }): Promise<ComplementRow[]> {
  return complements(db)
    .where('complements.minutesId', '=', scope.minutesId)
    .where('complements.attendanceId', '=', scope.attendanceId)
    .where('complements.state', '!=', 'withdrawn')
    .limit(limit)
    .execute();
}

function complements(db: Executor) {
  return db
    .selectFrom('complements')
    .innerJoin('minutes', 'minutes.id', 'complements.minutesId')
    .select(['complements.id', 'complements.reviewId', 'complements.agendaItemId', 'complements.blockId', 'complements.kind'])
    .select(['complements.baseText', 'complements.comment', 'complements.attendanceId', 'complements.authorId', 'complements.authorName'])
    .select(['complements.authorOrganisation', 'complements.state', 'complements.reason', 'complements.decidedAt'])
    .select(['complements.decidedByName', 'complements.createdAt', 'complements.revision'])
    .select((eb) => [
      eb.ref('complements.proposed').$castTo<ComplementRow['proposed']>().as('proposed'),
      eb.ref('complements.applied').$castTo<ComplementRow['applied']>().as('applied'),
    ])
    .orderBy('complements.createdAt')
    .orderBy('complements.id');
}
