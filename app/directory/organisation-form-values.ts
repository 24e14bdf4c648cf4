import { m } from '#app/messages/compiled/messages.js';
import { NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { DIRECTORY_LIMITS, ORGANISATION_KINDS, type OrganisationKind } from '#app/model/directory.ts';
import { cleanLine } from '#app/model/text.ts';

export interface OrganisationFormValues {
  name: string;
  kind: string;
  country: string;
}
export type OrganisationFaults = Partial<Record<keyof OrganisationFormValues, string>>;

/** An organisation out of what was typed, or what is to be corrected. `own`: a country that it has, in the list or not. */
export function parseOrganisationForm(
  values: OrganisationFormValues,
  own: string = values.country,
): { edit: { name: string; kind: OrganisationKind; country: string } } | { faults: OrganisationFaults } {
  const faults: OrganisationFaults = {};
  const name = cleanLine(values.name);
  const length = [...name].length;
  if (name === '') faults.name = m.directory_name_missing();
  if (length > DIRECTORY_LIMITS.organisation) faults.name = m.directory_too_long({ max: DIRECTORY_LIMITS.organisation, length });
  const kind = ORGANISATION_KINDS.find((one) => one === values.kind);
  if (!kind) faults.kind = m.directory_kind_missing();
  const country = [...NETWORK_COUNTRIES, own].find((one) => one === values.country && /^[A-Z]{2}$/.test(one));
  if (!country) faults.country = m.directory_country_missing();
  return Object.keys(faults).length > 0 || !kind || !country ? { faults } : { edit: { name, kind, country } };
}
