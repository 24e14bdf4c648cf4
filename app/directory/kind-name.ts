import { m } from '#app/messages/compiled/messages.js';
import type { OrganisationKind } from '#app/model/directory.ts';

const NAMES: Record<OrganisationKind, { one: () => string; many: () => string }> = {
  commune: { one: m.directory_commune, many: m.directory_communes },
  intercommunality: { one: m.directory_intercommunality, many: m.directory_intercommunalities },
  department: { one: m.directory_department, many: m.directory_departments },
  region: { one: m.directory_region, many: m.directory_regions },
  state: { one: m.directory_state, many: m.directory_states },
  embassy: { one: m.directory_embassy, many: m.directory_embassies },
  agency: { one: m.directory_agency, many: m.directory_agencies },
  university: { one: m.directory_university, many: m.directory_universities },
  network: { one: m.directory_network, many: m.directory_networks },
  association: { one: m.directory_association, many: m.directory_associations },
  company: { one: m.directory_company, many: m.directory_companies },
  other: { one: m.directory_other, many: m.directory_others },
};

/** A kind of organisation in the reader's language: « Commune ». */
export function kindName(kind: OrganisationKind): string {
  return NAMES[kind].one();
}

/** The same as a heading of several: « Communes ». */
export function kindsName(kind: OrganisationKind): string {
  return NAMES[kind].many();
}
