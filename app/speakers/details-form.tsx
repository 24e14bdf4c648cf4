import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OwnProfile } from '#db/speakers/read-own.ts';
import type { Refused } from './act-on-speaking.server.ts';

/** How a speaker is presented: name, function, organisation, and a few lines. */
export function DetailsForm({ profile, path, refused }: { profile: OwnProfile; path: string; refused: Refused['details'] | null }) {
  const values = refused?.values ?? profile;
  const faults = refused?.faults ?? {};
  const field = (name: 'givenName' | 'familyName' | 'function' | 'organisation', label: string, autoComplete: string) => (
    <Field name={name} label={label} defaultValue={values[name]} error={faults[name]} autoComplete={autoComplete} />
  );
  return (
    <section aria-labelledby="t-details" id="details">
      <div className="sect__h">
        <h2 id="t-details">{m.speakers_details_title()}</h2>
      </div>
      <p className="hint measure">{m.speakers_details_what()}</p>
      {refused?.conflict ? (
        <Notice look="warn" role="alert">
          {m.speakers_details_conflict({
            theirs: [`${profile.givenName} ${profile.familyName}`, profile.function, profile.organisation, profile.about]
              .filter(Boolean)
              .join(', '),
          })}
        </Notice>
      ) : null}
      <form method="post" action={`${path}#details`} noValidate className="stack spk-d">
        <input type="hidden" name="revision" value={profile.revision} />
        <div className="spk-2">
          {field('givenName', m.speakers_details_given(), 'given-name')}
          {field('familyName', m.speakers_details_family(), 'family-name')}
          {field('function', m.speakers_details_function(), 'organization-title')}
          {field('organisation', m.speakers_details_organisation(), 'organization')}
        </div>
        <Field
          as="textarea"
          name="about"
          rows={6}
          label={m.speakers_details_about()}
          hint={m.speakers_details_about_hint()}
          defaultValue={values.about}
          error={faults.about}
        />
        <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: `f-${name}`, message }))} />
        <div>
          <SubmitButton name="intent" value="details">
            {m.speakers_details_save()}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}
