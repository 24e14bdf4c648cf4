import { EDITION_LIMITS } from '#app/model/programme.ts';
import { overlap, type ProgrammeSlot } from '#app/model/programme-draft.ts';
import { missingHour } from '#app/model/when.ts';

/** What is wrong with a slot, as one sentence can say it. */
export type SlotFault =
  | { fault: 'no_label' }
  /** It ends before it begins, or at the same time. */
  | { fault: 'negative' }
  /** Before the first day of the edition, or after its last. */
  | { fault: 'outside'; startsOn: string; endsOn: string }
  /** Clocks are put forward over this hour of its zone; `instead`, the first that exists. */
  | { fault: 'missing_hour'; instead: string }
  | { fault: 'overlap'; with: ProgrammeSlot }
  | { fault: 'too_many'; max: number };

/** Checks a slot against its edition and the other slots; its day and its hours exist. Null: nothing is wrong. */
export function checkSlot(
  slot: ProgrammeSlot,
  edition: { startsOn: string; endsOn: string; timeZone: string },
  slots: readonly ProgrammeSlot[],
): SlotFault | null {
  const others = slots.filter(({ id }) => id !== slot.id);
  if (slot.kind === 'break' && slot.label === '') return { fault: 'no_label' };
  if (slot.endsAt <= slot.startsAt) return { fault: 'negative' };
  const { startsOn, endsOn } = edition;
  if (slot.day < startsOn || slot.day > endsOn) return { fault: 'outside', startsOn, endsOn };
  const missing = [slot.startsAt, slot.endsAt].map((time) => missingHour(`${slot.day}T${time}`, edition.timeZone)).find(Boolean);
  if (missing) return { fault: 'missing_hour', instead: missing.slice(11) };
  const taken = others.find((other) => overlap(slot, other));
  if (taken) return { fault: 'overlap', with: taken };
  return others.length >= EDITION_LIMITS.slots ? { fault: 'too_many', max: EDITION_LIMITS.slots } : null;
}
