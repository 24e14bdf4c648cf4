import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { HOUSE_COLOUR, LOGO_TYPES, STYLE_LIMITS } from '#app/model/group-style.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { StyleFaults, StyleValues } from './style-form-values.ts';

interface StyleFormProps {
  group: { slug: string; name: string };
  values: StyleValues;
  faults: StyleFaults;
  revision: number;
  hasLogo: boolean;
}

/** Logo, colour and footer of a group's papers. A file cannot be filled in again: one that was refused is chosen anew. */
export function StyleForm({ group, values, faults, revision, hasLogo }: StyleFormProps): ReactNode {
  return (
    <Form method="post" encType="multipart/form-data" className="gf" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <section className="fm__sec" aria-labelledby="gs-logo">
        <h2 id="gs-logo">{m.files_style_logo()}</h2>
        <div className="fm__b">
          {hasLogo ? (
            <>
              <p className="gs__logo">
                <img src={`/groups/${group.slug}/logo?v=${revision}`} alt={values.logoAlt || group.name} height="64" />
              </p>
              <Check type="checkbox" name="removeLogo" value="yes" label={m.files_style_logo_remove()} />
            </>
          ) : null}
          <Field
            label={hasLogo ? m.files_style_logo_other() : m.files_style_logo_file()}
            name="logo"
            type="file"
            accept={LOGO_TYPES.join(',')}
            hint={m.files_style_logo_hint({ size: Math.round(STYLE_LIMITS.bytes / 1000), largest: STYLE_LIMITS.largest })}
            error={faults.logo}
            optional
          />
          <Field
            label={m.files_style_logo_alt()}
            name="logoAlt"
            defaultValue={values.logoAlt}
            maxLength={STYLE_LIMITS.alt}
            hint={m.files_style_logo_alt_hint()}
            error={faults.logoAlt}
          />
        </div>
      </section>
      <section className="fm__sec" aria-labelledby="gs-page">
        <h2 id="gs-page">{m.files_style_page()}</h2>
        <div className="fm__b">
          <Field
            label={m.files_style_colour()}
            name="colour"
            type="color"
            className="gs__colour"
            defaultValue={values.colour || HOUSE_COLOUR}
            hint={m.files_style_colour_hint()}
            error={faults.colour}
          />
          <Field
            label={m.files_style_footer()}
            name="footer"
            defaultValue={values.footer}
            maxLength={STYLE_LIMITS.footer}
            hint={m.files_style_footer_hint()}
            error={faults.footer}
            optional
          />
        </div>
      </section>
      <div className="gf__end">
        <ErrorSummary faults={Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message }))} />
        <SubmitButton size="lg">{m.files_style_save()}</SubmitButton>
      </div>
    </Form>
  );
}
