import { type AttributionChange, type AttributionChoices, sameIds } from '#app/model/attributions.ts';
import type { AttributionLevel } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { readChoices, setDefault, setLevels } from '#db/minutes/attributions.ts';
import { setHighlights } from '#db/minutes/write.ts';
import { holdMinutes } from '#db/minutes/write-state.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { composeMinutes } from './compose-minutes.ts';
import { mayAttribute } from './policy.ts';

export type Attributed =
  /** `gone`: choices for paragraphs that are no longer in the notes; they were not kept, and the others were. */
  | { ok: true; kept: number; gone: number }
  | { ok: false; reason: 'not-allowed' }
  /** Another organiser chose otherwise meanwhile; nothing was kept. */
  | { ok: false; reason: 'chosen-meanwhile'; blocks: string[]; byDefault: boolean; highlights: boolean };

/**
 * Keeps how statements are attributed in the public edition, and what opens the minutes. Only what the organiser changed is
 * looked at and kept (`change`), so that two who choose for different statements lose nothing; for the same one, the second is
 * told (`seen`: what their page showed).
 */
export async function attributeStatements(
  services: Services,
  scope: MeetingScope,
  by: Viewer,
  { seen, change }: { seen: AttributionChoices; change: AttributionChange },
): Promise<Attributed> {
  if (!mayAttribute(scope.can)) return { ok: false, reason: 'not-allowed' };
  const { meetingId } = scope;
  const { attributables, takeAways } = await composeMinutes(services, scope, { edition: 'internal' });
  const there = new Set(attributables.map(({ blockId }) => blockId));
  // taking a choice away is right also for what is gone
  const levels = new Map([...change.levels].filter(([blockId, level]) => level === null || there.has(blockId)));
  const listed = new Set(takeAways.map(({ blockId }) => blockId));
  const highlights = change.highlights?.filter((blockId) => listed.has(blockId)) ?? null;
  const gone = change.levels.size - levels.size + ((change.highlights?.length ?? 0) - (highlights?.length ?? 0));
  const at = services.clock.now().toString();
  const outcome = await inTransaction(services.db, async (trx): Promise<Attributed> => {
    const { id: minutesId } = await holdMinutes(trx, meetingId);
    const now = await readChoices(trx, minutesId);
    const conflict = conflictOf(now, seen, { ...change, levels, highlights });
    if (conflict) return { ok: false, reason: 'chosen-meanwhile', ...conflict };
    const kept = { minutesId, at, by: by.personId };
    if (change.byDefault) await setDefault(trx, kept, change.byDefault);
    await setLevels(trx, kept, levels);
    if (highlights) await setHighlights(trx, minutesId, highlights, at);
    const count = levels.size + (change.byDefault ? 1 : 0) + (highlights ? 1 : 0);
    if (count > 0) {
      const detail = { statements: levels.size, byDefault: change.byDefault, highlights: highlights?.length ?? null };
      await recordAudit(trx, { personId: by.personId, action: 'minutes.attributed', subjectType: 'meeting', subjectId: meetingId, detail });
    }
    return { ok: true, kept: count, gone };
  });
  if (outcome.ok && outcome.kept > 0) services.live.changed(meetingId, 'minutes');
  return outcome;
}

/** What somebody else changed since the page was made, to something else than what is wanted now. */
function conflictOf(now: AttributionChoices, seen: AttributionChoices, wanted: AttributionChange) {
  const of = (choices: AttributionChoices, blockId: string): AttributionLevel | null =>
    (Object.hasOwn(choices.levels, blockId) ? choices.levels[blockId] : null) ?? null;
  const blocks = [...wanted.levels]
    .filter(([blockId, level]) => of(now, blockId) !== of(seen, blockId) && of(now, blockId) !== level)
    .map(([blockId]) => blockId);
  const byDefault = wanted.byDefault !== null && now.byDefault !== seen.byDefault && now.byDefault !== wanted.byDefault;
  const highlights =
    wanted.highlights !== null &&
    now.highlights !== null &&
    !sameIds(now.highlights, seen.highlights) &&
    !sameIds(now.highlights, wanted.highlights);
  return blocks.length > 0 || byDefault || highlights ? { blocks, byDefault, highlights } : null;
}
