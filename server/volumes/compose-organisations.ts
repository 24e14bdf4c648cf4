import { ORGANISATION_KINDS, type OrganisationKind } from '#app/model/directory.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';

/** The organisations that took part in an edition, by kind, as the minutes of its sessions list them; each once. */
export function composeOrganisations(contents: readonly MinutesContent[]): { kind: OrganisationKind; names: string[] }[] {
  const kinds = new Map<OrganisationKind, Map<string, string>>();
  const seen = new Set<string>();
  for (const { kind, people } of contents.flatMap(({ annex }) => annex.present))
    for (const { organisation } of people) {
      const key = nameKey(organisation);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      const names = kinds.get(kind) ?? new Map<string, string>();
      kinds.set(kind, names.set(key, organisation));
    }
  const order = new Intl.Collator('fr', { numeric: true });
  return ORGANISATION_KINDS.flatMap((kind) => {
    const names = kinds.get(kind);
    return names ? [{ kind, names: [...names.values()].toSorted(order.compare) }] : [];
  });
}
