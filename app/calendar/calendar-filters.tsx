import { getLocale, localePath } from '#app/locale.ts';
import { kindLabel } from '#app/meetings/labels.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import { SEARCH_LIMITS } from '#app/model/search-words.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { CalendarChoices } from '#db/calendar/read-choices.ts';
import { type CalendarPlace, calendarAddress, isNarrowed } from './calendar-place.ts';

/** Narrows the calendar; what is chosen is in the address, so that it can be shared and kept. */
export function CalendarFilters({ place, choices }: { place: CalendarPlace; choices: CalendarChoices }) {
  const { view, date, past, zone } = place;
  return (
    <form className="cal-filters no-print" action={localePath('/calendar')} method="get" aria-label={m.calendar_filter_title()}>
      <Kept name="view" value={view === 'auto' ? undefined : view} />
      <Kept name="date" value={date} />
      <Kept name="when" value={past && 'past'} />
      <Kept name="zone" value={zone} />
      <Field type="search" name="q" label={m.calendar_filter_search()} defaultValue={place.q ?? ''} maxLength={SEARCH_LIMITS.length} />
      {choicesOf(choices).map(({ name, label, any, options }) =>
        options.length === 0 ? null : (
          <Field key={name} as="select" name={name} label={label} defaultValue={chosenOf(place, name)}>
            <option value="">{any}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Field>
        ),
      )}
      <div className="cal-filters__do">
        <Check name="outside" value="no" defaultChecked={place.alone} label={m.calendar_filter_alone()} />
        <SubmitButton look="line" icon="funnel">
          {m.calendar_filter_apply()}
        </SubmitButton>
        {isNarrowed(place) || place.alone ? (
          <A className="btn btn--quiet" to={calendarAddress({ view, date, past, zone })}>
            <Icon name="x" />
            {m.calendar_filter_remove_all()}
          </A>
        ) : null}
      </div>
    </form>
  );
}

function Kept({ name, value }: { name: string; value: string | undefined }) {
  return value ? <input type="hidden" name={name} value={value} /> : null;
}

type Option = [value: string, label: string];
type FilterName = 'group' | 'kind' | 'theme' | 'country' | 'organisation';

interface Choice {
  name: FilterName;
  label: string;
  any: string;
  options: Option[];
}

/** What each filter can be, in the order of the page. */
export function choicesOf({ groups, themes, countries, organisations }: CalendarChoices): Choice[] {
  const named = (rows: { slug: string; name: string }[]) => rows.map(({ slug, name }): Option => [slug, name]);
  const countryOptions = countries.map((code): Option => [code.toLowerCase(), countryName(code, getLocale())]);
  const kinds = MEETING_KINDS.map((kind): Option => [kind, kindLabel(kind)]);
  return [
    { name: 'group', label: m.calendar_filter_group(), any: m.calendar_filter_any_group(), options: named(groups) },
    { name: 'kind', label: m.calendar_filter_kind(), any: m.calendar_filter_any_kind(), options: kinds },
    { name: 'theme', label: m.calendar_filter_theme(), any: m.calendar_filter_any_theme(), options: byLabel(named(themes)) },
    { name: 'country', label: m.calendar_filter_country(), any: m.calendar_filter_any_country(), options: byLabel(countryOptions) },
    {
      ...{ name: 'organisation', label: m.calendar_filter_organisation(), any: m.calendar_filter_any_organisation() },
      options: byLabel(organisations.map(({ id, name }): Option => [id, name])),
    },
  ];
}

const chosenOf = (place: CalendarPlace, name: FilterName) => (name === 'country' ? place.country?.toLowerCase() : place[name]) ?? '';

const byLabel = (options: Option[]) => options.toSorted(([, a], [, b]) => a.localeCompare(b, getLocale()));
