import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import type { GroupKind, MembershipRole } from '#app/model/groups.ts';

/** The kind of a group in the reader's language, with its country where it has one. */
export function groupKindName({ kind, country }: { kind: GroupKind; country: string | null }): string {
  switch (kind) {
    case 'network':
      return m.groups_kind_network();
    case 'country':
      return country ? m.groups_kind_country_of({ country: countryName(country, getLocale()) }) : m.groups_kind_country();
    case 'thematic':
      return m.groups_kind_thematic();
  }
}

export function roleName(role: MembershipRole): string {
  switch (role) {
    case 'organiser':
      return m.groups_role_organiser();
    case 'member':
      return m.groups_role_member();
    case 'observer':
      return m.groups_role_observer();
  }
}

/** « chargée de mission, Ville de Nanterre »: what follows a name. */
export function placeOf({ function: job, organisation }: { function: string; organisation: string }): string {
  return [job, organisation].filter(Boolean).join(', ');
}
