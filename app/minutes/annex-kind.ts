import { m } from '#app/messages/compiled/messages.js';
import type { OrganisationKind } from '#app/model/directory.ts';

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

/** A kind of organisation as annexes and figures head it: « Communes ». */
export function annexKindName(kind: OrganisationKind): string {
  return KINDS[kind]();
}
