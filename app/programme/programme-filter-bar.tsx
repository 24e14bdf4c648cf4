import { m } from '#app/messages/compiled/messages.js';
import { FACETS, type Facet, type FilterChoice, filterQuery, type ProgrammeFilters } from '#app/model/programme-filters.ts';
import type { Region } from '#app/model/regions.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { languageName, regionName } from './session-words.ts';

interface FilterBarProps {
  /** Address of the programme, without filters. */
  own: string;
  filters: ProgrammeFilters;
  choices: readonly FilterChoice[];
  tracks: ReadonlyMap<string, string>;
}

/** What most people look for; the other facets are folded away until they are wanted. */
const FIRST: readonly Facet[] = ['region', 'theme'];

interface Offer {
  facet: Facet;
  offered: FilterChoice[];
}

/** What the programme can be narrowed by: links, each with how many sessions it leaves; a chosen one takes itself back. */
export function ProgrammeFilterBar({ choices, ...bar }: FilterBarProps) {
  const offers = FACETS.map((facet): Offer => {
    return { facet, offered: choices.filter((one) => one.facet === facet && (one.count > 0 || one.chosen)) };
  }).filter(({ offered }) => offered.length > 0);
  if (offers.length === 0) return null;
  const first = offers.filter(({ facet }) => FIRST.includes(facet));
  const others = offers.filter(({ facet }) => !FIRST.includes(facet));
  // nothing is gained by folding away all there is
  const [shown, folded] = first.length > 0 ? [first, others] : [others, []];
  return (
    <nav className="pg-narrow" aria-label={m.programme_filters()}>
      <Chips {...bar} offers={shown} />
      {folded.length > 0 ? (
        <details className="pg-more" open={folded.some(({ offered }) => offered.some(({ chosen }) => chosen))}>
          <summary className="chip">
            {m.programme_more_filters()} <Icon name="caret-down" />
          </summary>
          <Chips {...bar} offers={folded} named />
        </details>
      ) : null}
    </nav>
  );
}

interface ChipsProps extends Omit<FilterBarProps, 'choices'> {
  offers: Offer[];
  /** Each facet on a line of its own, after its name. */
  named?: boolean;
}

function Chips({ own, filters, tracks, offers, named = false }: ChipsProps) {
  return (
    <div className={named ? 'pg-filters pg-filters--named' : 'pg-filters'}>
      {offers.map(({ facet, offered }, index) => (
        <ul key={facet} aria-label={facetName(facet)}>
          {named ? (
            <li className="pg-facet" aria-hidden="true">
              {facetName(facet)}
            </li>
          ) : null}
          {index > 0 && !named ? <li className="pg-sep" aria-hidden="true" /> : null}
          {offered.map(({ value, count, chosen }) => (
            <li key={value}>
              <A
                className="chip"
                to={own + filterQuery({ ...filters, [facet]: chosen ? undefined : value })}
                aria-current={chosen ? 'true' : undefined}
              >
                {nameOf(facet, value, tracks)}
                {chosen ? <Icon name="x" label={m.programme_choice_off()} /> : <small aria-hidden="true">{count}</small>}
                <span className="vh"> {m.programme_choice_count({ count })}</span>
              </A>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

function facetName(facet: Facet): string {
  switch (facet) {
    case 'theme':
      return m.programme_facet_theme();
    case 'region':
      return m.programme_facet_region();
    case 'track':
      return m.programme_facet_track();
    case 'language':
      return m.programme_facet_language();
  }
}

function nameOf(facet: Facet, value: string, tracks: ReadonlyMap<string, string>): string {
  // only regions that sessions lie in are offered
  if (facet === 'region') return regionName(value as Region);
  if (facet === 'language') return languageName(value);
  return facet === 'track' ? (tracks.get(value) ?? value) : value;
}
