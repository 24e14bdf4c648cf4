import { TimeZoneOptions } from '#app/directory/time-zone-options.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import type { PollFaults } from './parse-poll-form.ts';
import type { PollFormValues } from './poll-form-values.ts';
import { Section } from './section.tsx';

interface SettingsProps {
  values: Omit<PollFormValues, 'id' | 'dates' | 'personIds' | 'requiredIds' | 'addresses' | 'query'>;
  faults: PollFaults;
  /** A poll that exists keeps its clock. */
  fixedZone?: boolean;
}

const DURATIONS = [30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480];

/** What is asked: the meeting, its length and place. */
export function WhatFields({ values, faults, fixedZone = false }: SettingsProps) {
  return (
    <Section id="s-what" title={m.date_polls_section_what()}>
      <Field
        label={m.date_polls_title_label()}
        name="title"
        defaultValue={values.title}
        error={faults.title}
        hint={m.date_polls_title_hint()}
        required
        autoComplete="off"
      />
      <Field
        label={m.date_polls_question_label()}
        name="question"
        defaultValue={values.question}
        error={faults.question}
        hint={m.date_polls_question_hint()}
        optional
        autoComplete="off"
      />
      <Field
        as="textarea"
        label={m.date_polls_message_label()}
        name="message"
        defaultValue={values.message}
        error={faults.message}
        rows={3}
        optional
      />
      <div className="g2">
        <Field
          type="number"
          label={m.date_polls_duration_label()}
          name="duration"
          defaultValue={values.duration}
          error={faults.duration}
          min={DATE_POLL_LIMITS.minutes.least}
          max={DATE_POLL_LIMITS.minutes.most}
          step={5}
          list="durations"
        />
        <datalist id="durations">
          {DURATIONS.map((minutes) => (
            <option key={minutes} value={minutes} />
          ))}
        </datalist>
        {fixedZone ? null : (
          <Field as="select" label={m.date_polls_zone_label()} name="timeZone" defaultValue={values.timeZone} error={faults.timeZone}>
            <TimeZoneOptions own={values.timeZone} />
          </Field>
        )}
      </div>
      <div className="g2">
        <Field
          label={m.date_polls_place_label()}
          name="placeName"
          defaultValue={values.placeName}
          error={faults.placeName}
          optional
          autoComplete="off"
        />
        <Field
          label={m.date_polls_address_label()}
          name="placeAddress"
          defaultValue={values.placeAddress}
          error={faults.placeAddress}
          optional
          autoComplete="off"
        />
      </div>
      <Field
        label={m.date_polls_link_label()}
        name="onlineUrl"
        type="url"
        defaultValue={values.onlineUrl}
        error={faults.onlineUrl}
        optional
        autoComplete="off"
      />
    </Section>
  );
}

/** Until when, by which rule, and who sees what. */
export function RuleFields({ values, faults }: SettingsProps) {
  return (
    <Section id="s-rule" title={m.date_polls_section_rule()}>
      <div className="g2">
        <Field
          type="date"
          label={m.date_polls_deadline_label()}
          name="deadline"
          defaultValue={values.deadline}
          error={faults.deadline}
          hint={m.date_polls_deadline_hint()}
          required
        />
        <Field
          type="number"
          label={m.date_polls_min_label()}
          name="minOrganisations"
          defaultValue={values.minOrganisations}
          error={faults.minOrganisations}
          hint={m.date_polls_min_hint()}
          min={0}
          max={500}
        />
      </div>
      <fieldset>
        <legend className="label">{m.date_polls_shown_label()}</legend>
        <Check
          type="radio"
          name="votesShownTo"
          value="voters"
          defaultChecked={values.votesShownTo !== 'organisers'}
          label={m.date_polls_shown_voters()}
        />
        <Check
          type="radio"
          name="votesShownTo"
          value="organisers"
          defaultChecked={values.votesShownTo === 'organisers'}
          label={m.date_polls_shown_organisers()}
        />
      </fieldset>
      <Check name="comments" defaultChecked={values.comments} label={m.date_polls_comments_label()} />
    </Section>
  );
}
