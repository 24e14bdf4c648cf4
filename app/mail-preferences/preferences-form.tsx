import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { differences, type MailChoices, WORDED_KINDS, type WordedKind } from '#app/model/mail-choices.ts';
import { ALLOWED, type Delivery, REMINDER_LEADS } from '#app/model/mail-preferences.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { choiceWords, DELIVERY_WORDS, KIND_HINTS, KIND_WORDS, LEAD_WORDS } from './words.ts';

export const SAVE = 'save';
export const DIGEST_ON = 'digest-on';

export interface PreferencesFormProps {
  /** What holds now. */
  stored: MailChoices;
  revision: number;
  /** What was sent and not kept, because something else was chosen meanwhile. */
  sent: MailChoices | null;
  /** IANA name of the reader's clock. */
  timeZone: string;
  digestRefused: boolean;
  saved: boolean;
  /** Where the form goes, without the language. */
  action: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Every kind of mail with when it comes, the hour of the digest, reminders, and the calendar. */
export function PreferencesForm({ stored, revision, sent, timeZone, digestRefused, saved, action }: PreferencesFormProps) {
  const shown = sent ?? stored;
  const city = cityOf(timeZone, getLocale());
  return (
    <Form method="post" action={action} className="mailprefs">
      {saved ? (
        <Notice look="ok" role="status">
          {m.mail_preferences_saved()}
        </Notice>
      ) : null}
      {sent ? <Conflict stored={stored} sent={sent} /> : null}
      {digestRefused ? <DigestRefused /> : null}
      <input type="hidden" name="revision" value={revision} />
      {WORDED_KINDS.map((kind) => (
        <KindChoice key={kind} kind={kind} chosen={shown.deliveries[kind]} />
      ))}
      <Field
        as="select"
        label={m.mail_preferences_hour_label()}
        name="digestHour"
        defaultValue={shown.digestHour}
        hint={m.mail_preferences_hour_hint({ city })}
      >
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {m.mail_preferences_hour({ hour })}
          </option>
        ))}
      </Field>
      <fieldset className="mailprefs__kind" aria-describedby="hint-leads">
        <legend className="label">{KIND_WORDS.reminders()}</legend>
        <p className="hint" id="hint-leads">
          {m.mail_preferences_hint_leads({ city })}
        </p>
        <div className="mailprefs__choices">
          {REMINDER_LEADS.map((lead) => (
            <Check key={lead} name="leads" value={lead} defaultChecked={shown.leads.includes(lead)} label={LEAD_WORDS[lead]()} />
          ))}
        </div>
      </fieldset>
      <fieldset className="mailprefs__kind">
        <legend className="label">{m.mail_preferences_calendar_part()}</legend>
        <Check
          name="subscribed"
          value="yes"
          defaultChecked={shown.subscribed}
          label={m.mail_preferences_subscribed()}
          hint={m.mail_preferences_subscribed_hint()}
        />
        <p className="hint">
          <A to="/subscribe">{m.mail_preferences_subscribe_link()}</A>
        </p>
      </fieldset>
      <div>
        <SubmitButton name="intent" value={SAVE}>
          {m.mail_preferences_save()}
        </SubmitButton>
      </div>
      <p className="hint">{m.mail_preferences_always()}</p>
    </Form>
  );
}

function KindChoice({ kind, chosen }: { kind: WordedKind; chosen: Delivery }) {
  return (
    <fieldset className="mailprefs__kind" aria-describedby={`hint-${kind}`}>
      <legend className="label">{KIND_WORDS[kind]()}</legend>
      <p className="hint" id={`hint-${kind}`}>
        {KIND_HINTS[kind]()}
      </p>
      <div className="mailprefs__choices">
        {ALLOWED[kind].map((delivery) => (
          <Check
            key={delivery}
            type="radio"
            name={kind}
            value={delivery}
            defaultChecked={delivery === chosen}
            label={DELIVERY_WORDS[delivery]()}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Both versions: what holds here, what was sent still in the form. */
function Conflict({ stored, sent }: { stored: MailChoices; sent: MailChoices }) {
  return (
    <Notice look="warn" role="alert">
      <b>{m.mail_preferences_conflict_title()}</b>
      <p>{m.mail_preferences_conflict_what()}</p>
      <ul>
        {differences(stored, sent).map((name) => (
          <li key={name}>{choiceWords(name, stored)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function DigestRefused() {
  return (
    <Notice look="warn">
      <p>{m.mail_preferences_digest_refused()}</p>
      <SubmitButton look="line" size="sm" name="intent" value={DIGEST_ON}>
        {m.mail_preferences_digest_on()}
      </SubmitButton>
    </Notice>
  );
}
