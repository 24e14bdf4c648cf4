import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import { SESSION_LANGUAGES } from './parse-session-form.ts';

/** Languages and places of a session. */
export function DetailsFields({
  languages,
  capacity,
  fault,
}: {
  languages: readonly string[];
  capacity: string;
  fault?: string | undefined;
}) {
  const names = new Intl.DisplayNames(getLocale(), { type: 'language' });
  return (
    <>
      <fieldset>
        <legend className="label">
          {m.prepare_languages()} <span className="opt">{m.common_optional()}</span>
        </legend>
        <div className="ticks">
          {SESSION_LANGUAGES.map((code) => (
            <Check
              key={code}
              name="languages"
              value={code}
              label={sentenceCase(names.of(code) ?? code)}
              defaultChecked={languages.includes(code)}
            />
          ))}
        </div>
      </fieldset>
      <Field
        label={m.prepare_places()}
        hint={m.prepare_places_hint()}
        name="capacity"
        inputMode="numeric"
        autoComplete="off"
        optional
        defaultValue={capacity}
        error={fault}
      />
    </>
  );
}
