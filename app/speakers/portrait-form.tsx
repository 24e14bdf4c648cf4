import { m } from '#app/messages/compiled/messages.js';
import { PORTRAIT_SIZE } from '#app/model/speakers.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OwnProfile } from '#db/speakers/read-own.ts';

interface PortraitFormProps {
  profile: OwnProfile;
  path: string;
  token: string;
  fault: string | undefined;
}

/** A speaker's portrait: the one that is kept, and another in its place. */
export function PortraitForm({ profile, path, token, fault }: PortraitFormProps) {
  return (
    <section aria-labelledby="t-portrait" id="portrait">
      <div className="sect__h">
        <h2 id="t-portrait">{m.speakers_portrait_title()}</h2>
      </div>
      <div className="spk-p">
        {profile.portrait ? (
          <img
            src={`/speaking/${token}/portrait?v=${encodeURIComponent(profile.portrait)}`}
            width={PORTRAIT_SIZE}
            height={PORTRAIT_SIZE}
            alt={m.speakers_portrait_of({ name: `${profile.givenName} ${profile.familyName}`.trim() })}
          />
        ) : null}
        <form method="post" action={`${path}#portrait`} encType="multipart/form-data" className="stack">
          <Field
            type="file"
            name="portrait"
            label={m.speakers_portrait_file()}
            hint={m.speakers_portrait_hint()}
            accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
            error={fault}
          />
          <div className="row">
            <SubmitButton name="intent" value="portrait" look="line">
              {m.speakers_portrait_send()}
            </SubmitButton>
            {profile.portrait ? (
              <SubmitButton name="intent" value="remove-portrait" look="quiet" icon="trash">
                {m.speakers_portrait_remove()}
              </SubmitButton>
            ) : null}
          </div>
        </form>
      </div>
    </section>
  );
}
