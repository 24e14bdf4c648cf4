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

/** What the programme can be narrowed by: links, each with how many sessions it leaves; a chosen one takes itself back. */
export function ProgrammeFilterBar({ own, filters, choices, tracks }: FilterBarProps) {
  const facets = FACETS.map((facet) => ({ facet, offered: choices.filter((one) => one.facet === facet && (one.count > 0 || one.chosen)) }));
  const shown = facets.filter(({ offered }) => offered.length > 0);
  if (shown.length === 0) return null;
  return (
    <nav className="pg-filters" aria-label={m.programme_filters()}>
      {shown.map(({ facet, offered }, index) => (
        <ul key={facet} aria-label={facetName(facet)}>
          {index > 0 ? <li className="pg-sep" aria-hidden="true" /> : null}
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
    </nav>
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
