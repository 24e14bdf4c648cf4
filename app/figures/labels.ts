import { m } from '#app/messages/compiled/messages.js';
import { annexKindName } from '#app/minutes/annex-kind.ts';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { Origin } from '#app/model/figures.ts';
import { regionName } from '#app/programme/session-words.ts';

/** null: those that are too few to be told apart. */
export function kindLabel(kind: OrganisationKind | null): string {
  return kind ? annexKindName(kind) : m.figures_small_kinds();
}

export function originLabel(origin: Origin | null): string {
  if (origin === null) return m.figures_small_origins();
  if (origin === 'france') return m.figures_france();
  if (origin === 'unknown') return m.figures_unknown();
  return origin === 'europe' ? m.figures_europe() : regionName(origin);
}
