import { m } from '#app/messages/compiled/messages.js';
import { NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { GROUP_KINDS, GROUP_LIMITS, type GroupKind, VISIBILITIES, type Visibility } from '#app/model/groups.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import type { GroupFormValues } from './group-form-values.ts';

/** The first fault of each field, in the reader's language. */
export type GroupFaults = Partial<Record<keyof GroupFormValues, string>>;

interface Details {
  name: string;
  kind: GroupKind;
  country: string | null;
  description: string;
  visibility: Visibility;
  timeZone: string;
}

/** A group's details out of what was typed, or what is to be corrected. */
export function parseGroupForm(values: GroupFormValues): { details: Details } | { faults: GroupFaults } {
  const faults: GroupFaults = {};
  const limited = (field: 'name' | 'description', clean: string) => {
    const length = [...clean].length;
    if (length > GROUP_LIMITS[field]) faults[field] = m.groups_too_long({ max: GROUP_LIMITS[field], length });
    return clean;
  };
  const name = limited('name', cleanLine(values.name));
  if (name === '') faults.name = m.groups_name_missing();
  const description = limited('description', cleanText(values.description));
  const kind = GROUP_KINDS.find((one) => one === values.kind);
  if (!kind) faults.kind = m.groups_kind_missing();
  const country = NETWORK_COUNTRIES.find((one) => one === values.country) ?? null;
  if (kind === 'country' && !country) faults.country = m.groups_country_missing();
  const visibility = VISIBILITIES.find((one) => one === values.visibility);
  if (!visibility) faults.visibility = m.groups_visibility_missing();
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) faults.timeZone = m.groups_time_zone_unknown();
  if (Object.keys(faults).length > 0 || !kind || !visibility || !timeZone) return { faults };
  return { details: { name, kind, country: kind === 'country' ? country : null, description, visibility, timeZone } };
}
