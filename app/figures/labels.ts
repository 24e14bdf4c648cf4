import { m } from '#app/messages/compiled/messages.js';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { Origin } from '#app/model/figures.ts';
import { regionName } from '#app/programme/session-words.ts';

const KINDS: Record<OrganisationKind, () => string> = {
  commune: m.minutes_annex_kind_commune,
  intercommunality: m.minutes_annex_kind_intercommunality,
  department: m.minutes_annex_kind_department,
  region: m.minutes_annex_kind_region,
  state: m.minutes_annex_kind_state,
  embassy: m.minutes_annex_kind_embassy,
  agency: m.minutes_annex_kind_agency,
  university: m.minutes_annex_kind_university,
  network: m.minutes_annex_kind_network,
  association: m.minutes_annex_kind_association,
  company: m.minutes_annex_kind_company,
  other: m.minutes_annex_kind_other,
};

/** null: those that are too few to be told apart. */
export function kindLabel(kind: OrganisationKind | null): string {
  return kind ? KINDS[kind]() : m.figures_small_kinds();
}

export function originLabel(origin: Origin | null): string {
  if (origin === null) return m.figures_small_origins();
  if (origin === 'france') return m.figures_france();
  if (origin === 'unknown') return m.figures_unknown();
  return origin === 'europe' ? m.figures_europe() : regionName(origin);
}
