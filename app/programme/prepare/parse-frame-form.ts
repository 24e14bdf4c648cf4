import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS, SLOT_KINDS } from '#app/model/programme.ts';
import type { ProgrammeRoom, ProgrammeSlot } from '#app/model/programme-draft.ts';
import { cleanLine } from '#app/model/text.ts';
import { isDateTime, isDay } from '#app/model/when.ts';

/** What was typed; names are those of the controls. */
export type Typed = Record<string, string>;
export type Parsed<T> = { value: T } | { faults: Typed };

export function typedIn(form: FormData, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').slice(0, 1000)]));
}

export const SLOT_FIELDS = ['kind', 'label', 'day', 'startsAt', 'endsAt', 'toConfirm'] as const;

/** A slot out of what was typed, or what is to be corrected. Whether it fits its edition is for the verb to say. */
export function parseSlotForm(id: string, typed: Typed): Parsed<ProgrammeSlot> {
  const faults: Typed = {};
  const kind = SLOT_KINDS.find((one) => one === typed.kind);
  if (!kind) faults.kind = m.prepare_kind_missing();
  const label = lineIn(typed.label, EDITION_LIMITS.label, (fault) => {
    faults.label = fault;
  });
  const day = typed.day ?? '';
  if (!isDay(day)) faults.day = m.prepare_day_missing();
  const time = (name: 'startsAt' | 'endsAt') => {
    const text = (typed[name] ?? '').slice(0, 5);
    if (!isDateTime(`2024-01-01T${text}`)) faults[name] = m.prepare_time_missing();
    return text;
  };
  const [startsAt, endsAt] = [time('startsAt'), time('endsAt')];
  if (Object.keys(faults).length > 0 || !kind) return { faults };
  return { value: { id, kind, label, day, startsAt, endsAt, toConfirm: typed.toConfirm === 'on' } };
}

/** A room out of what was typed, or what is to be corrected. */
export function parseRoomForm(id: string, typed: Typed): Parsed<ProgrammeRoom> {
  const faults: Typed = {};
  const name = nameIn(typed.name, EDITION_LIMITS.room, faults);
  const capacity = readCapacity(typed.capacity ?? '');
  if (capacity === undefined) faults.capacity = m.prepare_capacity_wrong({ max: EDITION_LIMITS.capacity });
  if (Object.keys(faults).length > 0 || capacity === undefined) return { faults };
  return { value: { id, name, capacity } };
}

export function parseTrackForm(id: string, typed: Typed): Parsed<{ id: string; name: string }> {
  const faults: Typed = {};
  const name = nameIn(typed.name, EDITION_LIMITS.track, faults);
  return Object.keys(faults).length > 0 ? { faults } : { value: { id, name } };
}

/** A number of seats; null: nothing was typed; undefined: no number of seats. */
export function readCapacity(text: string): number | null | undefined {
  const clean = text.replace(/[\s\u00A0\u202F]/g, '');
  if (clean === '') return null;
  const count = /^\d{1,6}$/.test(clean) ? Number(clean) : 0;
  return count >= 1 && count <= EDITION_LIMITS.capacity ? count : undefined;
}

function nameIn(text: string | undefined, max: number, faults: Typed): string {
  const name = lineIn(text, max, (fault) => {
    faults.name = fault;
  });
  if (name === '') faults.name = m.prepare_name_missing();
  return name;
}

function lineIn(text: string | undefined, max: number, fail: (fault: string) => void): string {
  const clean = cleanLine(text ?? '');
  const length = [...clean].length;
  if (length > max) fail(m.prepare_too_long({ max, length }));
  return clean;
}
