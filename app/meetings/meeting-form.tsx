import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { VISIBILITIES } from '#app/model/groups.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import { Check } from '#app/ui/check.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Clocks } from './clocks.tsx';
import type { FormChoices } from './form-choices.ts';
import { kindLabel, visibilityLabel } from './labels.ts';
import type { MeetingFormValues } from './meeting-form-values.ts';
import type { Faults } from './parse-meeting-form.ts';
import type { MeetingPreview } from './preview-meeting.ts';
import { WhenFields } from './when-fields.tsx';
import './fold.css';
import './meetings.css';

export interface MeetingFormProps {
  values: MeetingFormValues;
  faults: Faults;
  choices: FormChoices;
  preview: MeetingPreview;
}

/** The fields of a meeting, in the three sections of its form; the route wraps them in a form. */
export function MeetingFields({ values, faults, choices, preview }: MeetingFormProps) {
  return (
    <>
      <What values={values} faults={faults} choices={choices} />
      <Section id="s-when" title={m.meetings_section_when()}>
        <WhenFields values={values} faults={faults} choices={choices} />
        <Clocks preview={preview} />
      </Section>
      <Where values={values} faults={faults} />
    </>
  );
}

/** One section of a form: its name in the margin. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="fm__sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="fm__b">{children}</div>
    </section>
  );
}

/** Title, kind, who may see it, themes, countries, presentation. */
export function What({ values, faults, choices }: Omit<MeetingFormProps, 'preview'>) {
  const more = values.countries.length;
  return (
    <Section id="s-what" title={m.meetings_section_what()}>
      <Field label={m.meetings_title_label()} name="title" defaultValue={values.title} error={faults.title} required autoComplete="off" />
      <div className="g2">
        <Field as="select" label={m.meetings_kind_label()} name="kind" defaultValue={values.kind} error={faults.kind}>
          {MEETING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabel(kind)}
            </option>
          ))}
        </Field>
        <Field
          as="select"
          label={m.meetings_visibility_label()}
          name="visibility"
          defaultValue={values.visibility}
          error={faults.visibility}
        >
          {VISIBILITIES.map((visibility) => (
            <option key={visibility} value={visibility}>
              {visibilityLabel(visibility)}
            </option>
          ))}
        </Field>
      </div>
      <fieldset>
        <legend className="label">
          {m.meetings_themes_label()} <span className="opt">{m.common_optional()}</span>
        </legend>
        <div className="ticks">
          {choices.themes.map((theme) => (
            <Check key={theme} name="themes" value={theme} label={theme} defaultChecked={values.themes.includes(theme)} />
          ))}
        </div>
        <Field
          label={m.meetings_other_themes_label()}
          name="otherThemes"
          hint={m.meetings_other_themes_hint()}
          defaultValue={values.otherThemes}
          error={faults.otherThemes}
          autoComplete="off"
        />
      </fieldset>
      <details className="fold" open={more > 0}>
        <summary>{m.meetings_countries_label({ count: more })}</summary>
        <div className="ticks">
          {choices.countries.map(({ code, name }) => (
            <Check key={code} name="countries" value={code} label={name} defaultChecked={values.countries.includes(code)} />
          ))}
        </div>
      </details>
      <Field
        as="textarea"
        label={m.meetings_summary_label()}
        name="summary"
        hint={m.meetings_summary_hint()}
        defaultValue={values.summary}
        error={faults.summary}
        rows={4}
        optional
      />
    </Section>
  );
}

/** Place, address, access, video conference. */
export function Where({ values, faults }: Pick<MeetingFormProps, 'values' | 'faults'>) {
  return (
    <Section id="s-where" title={m.meetings_section_where()}>
      <div className="g2">
        <Field
          label={m.meetings_place_name_label()}
          name="placeName"
          hint={m.meetings_place_name_hint()}
          defaultValue={values.placeName}
          error={faults.placeName}
          optional
        />
        <Field
          label={m.meetings_place_address_label()}
          name="placeAddress"
          defaultValue={values.placeAddress}
          error={faults.placeAddress}
          autoComplete="off"
          optional
        />
      </div>
      <Field
        as="textarea"
        label={m.meetings_place_access_label()}
        name="placeAccess"
        hint={m.meetings_place_access_hint()}
        defaultValue={values.placeAccess}
        error={faults.placeAccess}
        rows={2}
        optional
      />
      <Field
        label={m.meetings_online_url_label()}
        name="onlineUrl"
        type="text"
        inputMode="url"
        hint={m.meetings_online_url_hint()}
        defaultValue={values.onlineUrl}
        error={faults.onlineUrl}
        autoComplete="off"
        spellCheck={false}
        optional
      />
    </Section>
  );
}

/** Faults in the order of the fields, for the summary beside the buttons. */
export function faultList(faults: Faults) {
  return Object.entries(faults).map(([name, message]) => ({ id: name === 'whenKind' ? 'f-when-time' : fieldId(name), message }));
}
