import { blockText } from '#app/model/minutes-content.ts';
import type { GroupScope } from '#app/model/scope.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { type CarryTarget, countOpenActions, listCarryFacts, listCarryTargets } from '#db/follow-ups/carry-over.ts';
import { findMeeting } from '#db/meetings/read.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';

export interface ProposedPoint {
  id: string;
  title: string;
  durationMinutes: number;
  /** Something was noted, or its clock ran for a minute. */
  discussed: boolean;
  /** Titles of the meetings that have it already. */
  carriedTo: string[];
  /** Ticked before anybody chose. */
  proposed: boolean;
}

export interface CarryOverProposal {
  points: ProposedPoint[];
  targets: CarryTarget[];
  openActions: number;
}

const A_MOMENT = 60;

/**
 * What of a meeting could go on a next agenda, and on which: what was not discussed, once the meeting was held or called off. Whoever
 * organises it with its edition, and not its group, is told of no other meeting of that group.
 */
export async function proposeCarryOver(
  services: Services,
  scope: OrganisedMeeting,
  { can }: Pick<GroupScope, 'can'>,
): Promise<CarryOverProposal> {
  const { db, clock } = services;
  const now = clock.now().toString();
  const [meeting, agenda, notes, facts, targets, openActions] = await Promise.all([
    findMeeting(db, scope),
    listAgenda(db, scope),
    readNotes(services, scope),
    listCarryFacts(db, scope),
    can.organise ? listCarryTargets(db, scope, now) : [],
    countOpenActions(db, scope),
  ]);
  const noted = new Set(
    notes.filter(({ blocks }) => blocks.some((block) => blockText(block) !== '')).map((section) => section.agendaItemId),
  );
  const known = new Map(facts.map((fact) => [fact.agendaItemId, fact]));
  const held = noted.size > 0 || facts.some(({ spentSeconds }) => spentSeconds !== null);
  const past = held || meeting.status === 'cancelled' || (meeting.endsAt !== null && meeting.endsAt <= now);
  const points = agenda
    .filter(({ kind }) => kind !== 'break')
    .map(({ id, title, kind, durationMinutes }) => {
      const { spentSeconds = null, carriedTo = [] } = known.get(id) ?? {};
      const discussed = noted.has(id) || (spentSeconds ?? 0) >= A_MOMENT;
      // every meeting has an opening and a conclusion of its own
      const proposed = past && !discussed && carriedTo.length === 0 && kind !== 'opening' && kind !== 'conclusion';
      return { id, title, durationMinutes, discussed, carriedTo, proposed };
    });
  return { points, targets, openActions };
}
