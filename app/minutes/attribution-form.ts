import { z } from 'zod';
import { type AttributionChange, type AttributionChoices, changeBetween, MAX_CHOICES } from '#app/model/attributions.ts';
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '#app/model/minutes-content.ts';

/** Field of a statement: its level, '' for none of its own. */
export const levelField = (blockId: string) => `level:${blockId}`;

/** What was sent, to be shown again. */
export interface TypedChoices {
  byDefault: AttributionLevel | null;
  levels: Record<string, AttributionLevel | null>;
  highlights: string[];
}

export type ReadChoices =
  | { ok: true; seen: AttributionChoices; change: AttributionChange; typed: TypedChoices }
  | { ok: false; fault: 'too-many' | 'unknown-level' | 'unreadable'; typed: TypedChoices | null };

const id = z.string().regex(/^[\w-]{1,100}$/);
const level = z.enum(ATTRIBUTION_LEVELS);
const ids = z.array(id).max(MAX_CHOICES);
const seenSchema = z.object({ byDefault: level, levels: z.record(id, level), highlights: ids });

/** Reads the form of the page where minutes are prepared; what it says of statements that it did not show is nobody's choice. */
export function readChoices(form: FormData): ReadChoices {
  const seen = seenSchema.safeParse(parsed(form.get('seen')));
  const highlights = ids.safeParse(form.getAll('highlight'));
  if (!seen.success || !highlights.success) return { ok: false, fault: 'unreadable', typed: null };
  const byDefault = level.safeParse(form.get('default'));
  const levels = new Map<string, AttributionLevel | null>();
  let known = byDefault.success;
  for (const [name, value] of form) {
    if (!name.startsWith('level:')) continue;
    const blockId = id.safeParse(name.slice('level:'.length));
    if (!blockId.success) return { ok: false, fault: 'unreadable', typed: null };
    const chosen = level.nullable().safeParse(value === '' ? null : value);
    if (chosen.success) levels.set(blockId.data, chosen.data);
    else known = false;
    if (levels.size > MAX_CHOICES) return { ok: false, fault: 'too-many', typed: null };
  }
  const typed: TypedChoices = {
    byDefault: byDefault.success ? byDefault.data : null,
    levels: Object.fromEntries(levels),
    highlights: highlights.data,
  };
  if (!known || !byDefault.success) return { ok: false, fault: 'unknown-level', typed };
  const change = changeBetween(seen.data, { byDefault: byDefault.data, levels, highlights: highlights.data });
  return { ok: true, seen: seen.data, change, typed };
}

function parsed(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
