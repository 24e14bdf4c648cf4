import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { Annex, AnnexPerson } from '#app/model/minutes-content.ts';
import { annexKindName } from './annex-kind.ts';

/** Who was there, by kind of organisation; who was represented, and by whom; who was excused. */
export function ParticipantsAnnex({ annex }: { annex: Annex }): ReactNode {
  const represented = annex.present.flatMap((group) => group.people).flatMap(representedLine);
  return (
    <section id="annexe" aria-labelledby="t-annexe">
      <h2 id="t-annexe">{m.minutes_annex()}</h2>
      {annex.present.some(({ people }) => people.some(({ name }) => name)) ? <People annex={annex} /> : <Organisations annex={annex} />}
      <Apart term={m.minutes_annex_represented()} names={represented} />
      <Apart term={m.minutes_excused()} names={annex.excused.map(personLine)} />
    </section>
  );
}

function People({ annex }: { annex: Annex }): ReactNode {
  return (
    <table className="tbl part">
      <thead>
        <tr>
          <th scope="col">{m.minutes_organisation()}</th>
          <th scope="col">{m.minutes_name()}</th>
          <th scope="col">{m.minutes_function()}</th>
        </tr>
      </thead>
      {annex.present.map(({ kind, people }) => (
        <tbody key={kind}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="part__kind">
              {annexKindName(kind)}
            </th>
          </tr>
          {people.map((person) => (
            <tr key={`${person.organisation}/${person.name}/${person.represents}`}>
              <th scope="row">{person.organisation}</th>
              <td>{person.name}</td>
              <td>{person.function}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Where words are attributed to organisations, so is presence. */
function Organisations({ annex }: { annex: Annex }): ReactNode {
  return (
    <dl className="mn-orgs">
      {annex.present.map(({ kind, people }) => (
        <div key={kind}>
          <dt>{annexKindName(kind)}</dt>
          <dd>{people.map(({ organisation }) => organisation).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Apart({ term, names }: { term: string; names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  return (
    <p className="mn-excused">
      <b>{term}</b> {names.join(', ')}
    </p>
  );
}

function personLine({ name, organisation }: AnnexPerson): string {
  return name && organisation ? `${name} (${organisation})` : name || organisation;
}

function representedLine({ represents: represented, name, organisation }: AnnexPerson): string[] {
  if (!represented) return [];
  return [
    organisation
      ? m.minutes_annex_represented_by({ represented, organisation, name })
      : m.minutes_annex_represented_by_bare({ represented, name }),
  ];
}
