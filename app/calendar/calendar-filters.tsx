import { getLocale, localePath } from '#app/locale.ts';
import { kindLabel } from '#app/meetings/labels.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { type CalendarPlace, calendarAddress } from './calendar-address.ts';

export interface Choices {
  groups: { slug: string; name: string }[];
  themes: { slug: string; name: string }[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
}

/** Narrows the calendar; what is chosen is in the address, so that it can be shared and kept. */
export function CalendarFilters({ place, choices }: { place: CalendarPlace; choices: Choices }) {
  const active = Boolean(place.group || place.kind || place.theme || place.country);
  return (
    <form className="cal-filters no-print" action={localePath('/calendar')} method="get" aria-label={m.calendar_filter_title()}>
      <input type="hidden" name="m" value={place.month} />
      {place.view === 'auto' ? null : <input type="hidden" name="view" value={place.view} />}
      <Choice
        name="group"
        label={m.calendar_filter_group()}
        any={m.calendar_filter_any_group()}
        chosen={place.group}
        options={named(choices.groups)}
      />
      <Choice
        name="kind"
        label={m.calendar_filter_kind()}
        any={m.calendar_filter_any_kind()}
        chosen={place.kind}
        options={MEETING_KINDS.map((kind): Option => [kind, kindLabel(kind)])}
      />
      <Choice
        name="theme"
        label={m.calendar_filter_theme()}
        any={m.calendar_filter_any_theme()}
        chosen={place.theme}
        options={byLabel(named(choices.themes))}
      />
      <Choice
        name="country"
        label={m.calendar_filter_country()}
        any={m.calendar_filter_any_country()}
        chosen={place.country?.toLowerCase()}
        options={byLabel(choices.countries.map((code): Option => [code.toLowerCase(), countryName(code, getLocale())]))}
      />
      <div className="cal-filters__do">
        <SubmitButton look="line" icon="funnel">
          {m.calendar_filter_apply()}
        </SubmitButton>
        {active ? (
          <A className="btn btn--quiet" to={calendarAddress({ month: place.month, view: place.view })}>
            <Icon name="x" />
            {m.calendar_filter_remove_all()}
          </A>
        ) : null}
      </div>
    </form>
  );
}

type Option = [value: string, label: string];

const named = (rows: { slug: string; name: string }[]) => rows.map(({ slug, name }): Option => [slug, name]);

const byLabel = (options: Option[]) => options.toSorted(([, a], [, b]) => a.localeCompare(b, getLocale()));

interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: Option[];
}

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <Field as="select" name={name} label={label} defaultValue={chosen ?? ''}>
      <option value="">{any}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Field>
  );
}
