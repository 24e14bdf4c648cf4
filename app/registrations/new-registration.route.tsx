import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { guessOrganisationKind } from '#app/model/directory.ts';
import { REGISTRATION_CATEGORIES } from '#app/model/registrations.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { refuse } from '#server/refusals.ts';
import { addRegistration } from '#server/registrations/organise.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-registration.route.ts';
import { loadOffer } from './offer.server.ts';
import { OrganiseHead } from './organise-head.tsx';
import { faultsOfWish } from './parse-registration.server.ts';
import { AnswerFields, PersonFields } from './person-fields.tsx';
import { emptyPerson, type Faults, parsePerson, personValuesOf } from './registration-values.ts';
import { SessionChoice } from './session-choice.tsx';
import './registrations.css';

const pathOf = (edition: string) => `/editions/${edition}/registrations`;

export function meta(): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: m.registrations_add() }) }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, `${pathOf(params.edition)}/new`);
  const offer = await loadOffer(services, scope);
  return { offer, values: emptyPerson(crypto.randomUUID()) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = `${pathOf(params.edition)}/new`;
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const [form, offer] = await Promise.all([readForm(request), loadOffer(services, scope)]);
  const questions = offer.questions.map((question) => ({ ...question, required: false }));
  const values = personValuesOf(form, '', questions);
  const seat = form.get('seat') === 'yes';
  const again = (status: number, faults: Faults, known: string | null = null) => data({ values, faults, seat, known }, { status });
  const parsed = parsePerson(values, questions, { emailRequired: false });
  if ('faults' in parsed) return again(422, parsed.faults);
  const { organisationName } = parsed.person;
  const wish = { ...parsed.person, organisationKind: guessOrganisationKind(organisationName), language: getLocale() };
  const added = await addRegistration(services, { viewer, scope, wish, seat });
  if (added.ok) return redirect(`${localePath(pathOf(params.edition))}?said=added`);
  return added.reason === 'known' ? again(409, {}, added.registrationId) : again(422, faultsOfWish(added, questions));
}

/** Somebody whom organisers write down: no capacity or closing day stands in their way. */
export default function NewRegistration({ loaderData: { offer, values: empty }, actionData }: Route.ComponentProps) {
  const { values = empty, faults = {} as Faults, known = null, seat = false } = actionData ?? {};
  const list = pathOf(offer.edition.slug);
  return (
    <>
      <OrganiseHead edition={offer.edition} title={m.registrations_add()} below />
      <div className="wrap rg">
        {known ? (
          <Notice look="err" role="alert">
            {m.registrations_known()} <A to={`${list}/${known}`}>{m.registrations_known_see()}</A>
          </Notice>
        ) : null}
        <Form method="post" action={localePath(`${list}/new`)} className="stack rg-form" noValidate>
          <PersonFields values={values} faults={faults} categories={[...REGISTRATION_CATEGORIES]} email="optional" />
          <AnswerFields values={values} faults={faults} questions={offer.questions.map((question) => ({ ...question, required: false }))} />
          {offer.sessions.length > 0 ? (
            <SessionChoice sessions={offer.sessions} name="session" chosen={values.meetingIds} error={faults.session} />
          ) : null}
          <Check name="seat" value="yes" defaultChecked={seat} label={m.registrations_add_seat()} hint={m.registrations_add_seat_what()} />
          <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
          <SubmitButton>{m.registrations_add()}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
