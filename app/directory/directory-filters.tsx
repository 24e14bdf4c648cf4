import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { DirectoryPage } from './directory.route.tsx';
import { kindsName } from './kind-name.ts';

/** Text, country and kind. Beside the list on a wide screen; on a phone, folded above it. */
export function DirectoryFilters(page: DirectoryPage) {
  const { filter } = page;
  const active = filter.country !== null || filter.kinds.length > 0 || filter.text !== '';
  return (
    <>
      <div className="flt">
        <Filters {...page} where="wide" />
      </div>
      <details className="dirf" open={active}>
        <summary className="btn btn--line">
          <Icon name="funnel" />
          {m.directory_filters()}
        </summary>
        <Filters {...page} where="narrow" />
      </details>
    </>
  );
}

function Filters({ filter, facets, seesPeople, where }: DirectoryPage & { where: string }) {
  const countOf = (kind: string) => facets.kinds.find((one) => one.kind === kind)?.count ?? 0;
  const kinds = ORGANISATION_KINDS.filter((kind) => countOf(kind) > 0 || filter.kinds.includes(kind));
  const countries = [...new Set([...facets.countries.map((one) => one.country), ...(filter.country ? [filter.country] : [])])];
  const named = countries.map((code) => ({ code, name: countryName(code, getLocale()) }));
  return (
    <Form method="get" className="dirf__f" role="search">
      <Field
        label={m.directory_search()}
        id={`q-${where}`}
        name="q"
        type="search"
        defaultValue={filter.text}
        placeholder={seesPeople ? m.directory_search_people() : m.directory_search_organisations()}
        maxLength={100}
      />
      <Field as="select" label={m.directory_country()} id={`country-${where}`} name="country" defaultValue={filter.country ?? ''}>
        <option value="">{m.directory_all_countries()}</option>
        {named
          .sort((a, b) => a.name.localeCompare(b.name, getLocale()))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </Field>
      <fieldset>
        <legend>{m.directory_kind()}</legend>
        {kinds.map((kind) => (
          <label className="check" key={kind}>
            <input type="checkbox" name="kind" value={kind} defaultChecked={filter.kinds.includes(kind)} />
            <span>{kindsName(kind)}</span>
            <span>{countOf(kind)}</span>
          </label>
        ))}
      </fieldset>
      <button className="btn btn--wide" type="submit">
        {m.directory_filter()}
      </button>
    </Form>
  );
}
