import { Form } from 'react-router';
import { TimeZoneOptions } from '#app/directory/time-zone-options.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { LANGUAGES, type Language } from '#app/model/language.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

export type ProfileValues = { givenName: string; familyName: string; language: string; timeZone: string };

interface ProfileFormProps {
  /** What is stored now. */
  stored: ProfileValues & { email: string | null; revision: number };
  /** What was sent and could not be kept, with what to correct in it. */
  sent?: ProfileValues;
  faults: (keyof ProfileValues)[];
  /** Someone changed the stored values meanwhile. */
  conflict: boolean;
  saved: boolean;
}

// a language is named in itself, so that whoever looks for it finds it
const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English', es: 'Español', pt: 'Português' };
const WITH_INTERFACE: Language[] = ['fr', 'en'];

function languageName(code: string): string {
  const known = LANGUAGES.find((language) => language === code);
  return known ? LANGUAGE_NAMES[known] : code;
}

export function ProfileForm({ stored, sent, faults, conflict, saved }: ProfileFormProps) {
  const shown = sent ?? stored;
  const errors: Record<keyof ProfileValues, string> = {
    givenName: m.accounts_given_name_fault(),
    familyName: m.accounts_family_name_fault(),
    language: m.accounts_language_fault(),
    timeZone: m.accounts_time_zone_fault(),
  };
  const error = (field: keyof ProfileValues) => (faults.includes(field) ? errors[field] : undefined);
  const languages = LANGUAGES.filter((language) => WITH_INTERFACE.includes(language) || language === stored.language);
  return (
    <Form method="post" className="account__form">
      {saved ? (
        <Notice look="ok" role="status">
          {m.accounts_profile_saved()}
        </Notice>
      ) : null}
      {conflict ? <Conflict stored={stored} /> : null}
      <input type="hidden" name="revision" value={stored.revision} />
      <div className="account__names">
        <Field
          label={m.accounts_given_name()}
          name="givenName"
          autoComplete="given-name"
          maxLength={100}
          required
          defaultValue={shown.givenName}
          error={error('givenName')}
        />
        <Field
          label={m.accounts_family_name()}
          name="familyName"
          autoComplete="family-name"
          maxLength={100}
          required
          defaultValue={shown.familyName}
          error={error('familyName')}
        />
      </div>
      <Field as="select" label={m.accounts_language()} name="language" defaultValue={shown.language} error={error('language')}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </Field>
      <Field
        as="select"
        label={m.accounts_time_zone()}
        name="timeZone"
        defaultValue={shown.timeZone}
        hint={m.accounts_time_zone_hint()}
        error={error('timeZone')}
      >
        <TimeZoneOptions own={stored.timeZone} />
      </Field>
      <ErrorSummary faults={faults.map((field) => ({ id: fieldId(field), message: errors[field] }))} />
      <div>
        <SubmitButton name="intent" value="profile">
          {m.accounts_profile_save()}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Both versions: theirs here, one's own still in the fields. */
function Conflict({ stored }: { stored: ProfileValues }) {
  return (
    <Notice look="warn" role="alert">
      <b>{m.accounts_conflict_title()}</b>
      <p>{m.accounts_conflict_what()}</p>
      <p>
        {stored.givenName} {stored.familyName}, {languageName(stored.language)}, {cityOf(stored.timeZone, getLocale())}
      </p>
    </Notice>
  );
}
