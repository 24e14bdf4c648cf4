import { type Locale, localePath, locales } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Theme } from '#app/ui/theme.ts';
import { type CalendarPlace, placeQuery } from './calendar-place.ts';

interface EmbedChoicesProps {
  place: CalendarPlace;
  look: Theme;
  limit: number;
  language: Locale;
}

/** How the calendar is to look elsewhere; what it holds was chosen on its page, and stays. */
export function EmbedChoices({ place, look, limit, language }: EmbedChoicesProps) {
  const kept = new URLSearchParams(placeQuery({ ...place, view: 'auto' }));
  return (
    <form className="cal-filters" action={localePath('/calendar/embed')} method="get" aria-label={m.calendar_embed_choices()}>
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choice name="view" label={m.calendar_embed_view()} chosen={place.view} options={VIEWS.map(([view, text]) => [view, text()])} />
      <Choice name="look" label={m.calendar_embed_look()} chosen={look} options={LOOKS.map(([theme, text]) => [theme, text()])} />
      <Choice
        name="language"
        label={m.calendar_embed_language()}
        chosen={language}
        options={locales.map((locale) => [locale, new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale])}
      />
      <Choice
        name="limit"
        label={m.calendar_embed_limit()}
        chosen={String(limit)}
        options={['5', '10', '20', '50'].map((count) => [count, count])}
      />
      <div className="cal-filters__do">
        <SubmitButton look="line">{m.calendar_embed_apply()}</SubmitButton>
      </div>
    </form>
  );
}

const VIEWS = [
  ['auto', m.calendar_embed_view_auto],
  ['month', m.common_view_month],
  ['week', m.calendar_view_week],
  ['list', m.common_view_list],
  ['year', m.calendar_view_year],
] as const;

const LOOKS = [
  ['auto', m.calendar_embed_look_auto],
  ['light', m.calendar_embed_look_light],
  ['dark', m.calendar_embed_look_dark],
] as const;

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  options: (readonly [value: string, label: string])[];
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <Field as="select" name={name} label={label} defaultValue={chosen}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Field>
  );
}
