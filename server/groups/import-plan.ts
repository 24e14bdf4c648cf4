import { type AttendeeRow, faultsOf, type RowFault } from '#app/model/attendee-table.ts';
import { organisationKey, parseEmail, personKey } from '#app/model/directory.ts';
import type { KnownPerson } from '#db/directory/match.ts';
import { type Candidate, indexPeople, recognise } from './recognise.ts';

/** A row of the table as the preview carries it: with the id that a new person will get, so that sending twice adds once. */
export interface ImportRow extends AttendeeRow {
  id: string;
  tooManyCells: boolean;
}

/** What the person importing said of a doubtful row: the id of who it is, or 'other' for somebody else. */
export type Choice = string | 'other';

export type RowPlan =
  | { status: 'add' }
  | { status: 'known'; person: KnownPerson }
  | { status: 'member'; person: KnownPerson }
  | { status: 'doubt'; by: 'name' | 'email'; candidates: Candidate[]; proposed: string | null; choice: Choice | null }
  | { status: 'repeated'; line: number }
  | { status: 'faulty'; faults: RowFault[] }
  | { status: 'skipped' };

export type PlannedRow = ImportRow & { plan: RowPlan };

interface Ground {
  people: readonly KnownPerson[];
  members: ReadonlySet<string>;
  choices: ReadonlyMap<string, Choice>;
  skipped: ReadonlySet<string>;
}

/** Says for each row what an import would do with it. Pure: the preview and the import itself ask it, each with fresh `ground`. */
export function planImport(rows: readonly ImportRow[], { people, members, choices, skipped }: Ground): PlannedRow[] {
  const index = indexPeople(people);
  const ids = new Map(people.map((one) => [one.id, one]));
  const above = new RowsAbove();
  return rows.map((row) => {
    if (skipped.has(row.id)) return { ...row, plan: { status: 'skipped' } };
    const faults = [...(row.tooManyCells ? (['too_many_cells'] as const) : []), ...faultsOf(row, above)];
    if (faults.length > 0) return { ...row, plan: { status: 'faulty', faults } };
    const repeats = above.find(row);
    if (repeats !== null) return { ...row, plan: { status: 'repeated', line: repeats } };
    above.add(row);
    const sent = ids.get(row.id); // this very row was written by an earlier sending of the form; its person may have left since
    if (sent) return { ...row, plan: { status: members.has(sent.id) ? 'member' : 'known', person: sent } };
    const found = recognise(row, index, members);
    if (found.status === 'new') return { ...row, plan: { status: 'add' } };
    if (found.status !== 'doubt') return { ...row, plan: found };
    const choice = choices.get(row.id) ?? null;
    const offered = choice === 'other' || found.candidates.some((one) => one.id === choice);
    return { ...row, plan: { ...found, choice: offered ? choice : null } };
  });
}

/** Whether nothing stands in the way of importing the plan. */
export function isDecided(plan: readonly PlannedRow[]): boolean {
  return plan.every((row) => row.plan.status !== 'faulty' && (row.plan.status !== 'doubt' || row.plan.choice !== null));
}

/** The people that the rows above meant, to see the same one twice in one table. */
class RowsAbove {
  readonly emails = new Map<string, string>();
  readonly #lines = new Map<string, { line: number; email: string | null }>();

  /** The line that means the same person: same address, or same name in the same organisation with no address against it. */
  find(row: AttendeeRow): number | null {
    const email = parseEmail(row.email);
    const sameAddress = email ? this.#lines.get(email) : undefined;
    if (sameAddress) return sameAddress.line;
    const samePlace = this.#lines.get(placeOf(row));
    return samePlace && (email === null || samePlace.email === null) ? samePlace.line : null;
  }

  add(row: AttendeeRow): void {
    const email = parseEmail(row.email);
    const entry = { line: row.line, email };
    if (email) {
      this.emails.set(email, personKey(row.givenName, row.familyName));
      this.#lines.set(email, entry);
    }
    this.#lines.set(placeOf(row), entry);
  }
}

function placeOf(row: AttendeeRow): string {
  return `${personKey(row.givenName, row.familyName)}\n${organisationKey(row.organisation)}`;
}
