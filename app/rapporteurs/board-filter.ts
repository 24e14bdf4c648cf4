import { isWithOrganisers } from '#app/model/rapporteurs.ts';
import type { BoardSession } from '#server/rapporteurs/read-board.ts';

export const BOARD_FILTERS = ['all', 'late', 'to_approve', 'mine'] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

/** Sessions whose deadline has passed; that wait for an organiser; that this person reports on. Cancelled ones are in none. */
export function isShown(session: BoardSession, filter: BoardFilter, personId: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'late':
      return session.late > 0;
    case 'to_approve':
      return (
        session.status !== 'cancelled' && (session.step === 'handed_in' || session.step === 'in_review' || session.step === 'approved')
      );
    case 'mine':
      return session.rapporteurs.some((rapporteur) => rapporteur.personId === personId);
  }
}

/** What the head of the board sums up; cancelled sessions are not counted. */
export function totalsOf(sessions: readonly BoardSession[]) {
  const held = sessions.filter(({ status }) => status !== 'cancelled');
  return {
    sessions: held.length,
    nobody: held.filter(({ rapporteurs, step }) => rapporteurs.length === 0 && !isWithOrganisers(step)).length,
    writing: held.filter(({ step }) => step === 'writing').length,
    handedIn: held.filter(({ step }) => isWithOrganisers(step)).length,
    approved: held.filter(({ step }) => step === 'approved' || step === 'published').length,
    published: held.filter(({ step }) => step === 'published').length,
    late: held.filter(({ late }) => late > 0).length,
  };
}
export type Totals = ReturnType<typeof totalsOf>;
