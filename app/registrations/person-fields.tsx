import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import type { Offered } from './offer.server.ts';
import { QuestionField } from './question-field.tsx';
import { answerName, type Faults, type PersonValues } from './registration-values.ts';
import { categoryWords } from './words.ts';

interface PersonFieldsProps {
  prefix?: string;
  values: PersonValues;
  faults: Faults;
  categories: Offered['categories'];
  /** Of somebody who registers themself; 'optional' in a delegation, whose contact looks after them; 'none' once it is proven. */
  email?: 'required' | 'optional' | 'none';
  organisation?: boolean;
}

/** Who somebody is and as what they come. */
export function PersonFields({ prefix = '', values, faults, categories, email = 'required', organisation = true }: PersonFieldsProps) {
  const control = (name: 'givenName' | 'familyName' | 'email' | 'function' | 'organisationName') => ({
    ...{ name: prefix + name, defaultValue: values[name], error: faults[prefix + name] },
  });
  // a browser fills in whoever sits before it, not their colleagues
  const own = prefix === '';
  return (
    <>
      <input type="hidden" name={`${prefix}id`} value={values.id} />
      <div className="g2">
        <Field {...control('givenName')} label={m.registrations_given_name()} autoComplete={own ? 'given-name' : 'off'} optional />
        <Field {...control('familyName')} label={m.registrations_family_name()} autoComplete={own ? 'family-name' : 'off'} required />
      </div>
      {email === 'none' ? null : (
        <Field
          {...control('email')}
          type="email"
          label={m.registrations_email()}
          autoComplete={own ? 'email' : 'off'}
          {...(email === 'optional' ? { optional: true, hint: m.registrations_email_of_delegation() } : { required: true })}
        />
      )}
      <div className="g2">
        <Field {...control('function')} label={m.registrations_function()} autoComplete={own ? 'organization-title' : 'off'} optional />
        {organisation ? (
          <Field
            {...control('organisationName')}
            label={m.registrations_organisation()}
            autoComplete={own ? 'organization' : 'off'}
            optional
          />
        ) : (
          <CategoryField {...{ prefix, values, faults, categories }} />
        )}
      </div>
      {organisation ? <CategoryField {...{ prefix, values, faults, categories }} /> : null}
    </>
  );
}

function CategoryField({
  prefix = '',
  values,
  faults,
  categories,
}: Pick<PersonFieldsProps, 'prefix' | 'values' | 'faults' | 'categories'>) {
  return (
    <Field
      as="select"
      name={`${prefix}category`}
      label={m.registrations_category()}
      defaultValue={values.category || categories[0]}
      error={faults[`${prefix}category`]}
    >
      {categories.map((category) => (
        <option key={category} value={category}>
          {categoryWords(category)}
        </option>
      ))}
    </Field>
  );
}

/** The questions of the organisers' own. */
export function AnswerFields({
  prefix = '',
  values,
  faults,
  questions,
}: Pick<PersonFieldsProps, 'prefix' | 'values' | 'faults'> & { questions: Offered['questions'] }) {
  return questions.map((question) => {
    const name = answerName(prefix, question.id);
    return (
      <QuestionField key={question.id} question={question} name={name} value={values.answers[question.id] ?? []} error={faults[name]} />
    );
  });
}
