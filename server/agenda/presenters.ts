import { listPresenterChoices } from '#db/agenda/read.ts';
import type { Trx } from '#db/client.ts';
import type { ArrangedMeeting } from '#server/meetings/access.ts';

/** Whether each of these people attends the meeting or belongs to its group: nobody else can be put on an agenda. */
export async function arePresenters(trx: Trx, scope: ArrangedMeeting, personIds: readonly string[]): Promise<boolean> {
  if (personIds.length === 0) return true;
  const known = new Set((await listPresenterChoices(trx, scope)).map((choice) => choice.personId));
  return personIds.every((id) => known.has(id));
}
