import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { annexKindName } from '#app/minutes/annex-kind.ts';
import type { OrganisationKind } from '#app/model/directory.ts';

/** Who took part in the edition, by kind of organisation. */
export function OrganisationList({ kinds }: { kinds: readonly { kind: OrganisationKind; names: string[] }[] }): ReactNode {
  if (kinds.length === 0) return null;
  return (
    <section id="organisations" aria-labelledby="t-organisations">
      <h2 id="t-organisations">{m.volumes_organisations()}</h2>
      <dl className="mn-orgs">
        {kinds.map(({ kind, names }) => (
          <div key={kind}>
            <dt>{annexKindName(kind)}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
