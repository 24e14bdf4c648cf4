import type { ReactNode } from 'react';
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

/** Who took part in the edition, by kind of organisation. */
export function OrganisationList({ kinds }: { kinds: readonly { kind: OrganisationKind; names: string[] }[] }): ReactNode {
  if (kinds.length === 0) return null;
  return (
    <section id="organisations" aria-labelledby="t-organisations">
      <h2 id="t-organisations">{m.volumes_organisations()}</h2>
      <dl className="mn-orgs">
        {kinds.map(({ kind, names }) => (
          <div key={kind}>
            <dt>{KINDS[kind]()}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
