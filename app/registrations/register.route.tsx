import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { guessOrganisationKind } from '#app/model/directory.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readForm } from '#server/http/read-form.ts';
import { enterEdition } from '#server/programme/access.ts';
import { readOwnDetails } from '#server/registrations/own-details.ts';
import { register } from '#server/registrations/register.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/register.route.ts';
import { loadOffer } from './offer.server.ts';
import { OverlapNotice } from './overlap-notice.tsx';
import { faultsOfWish, noticeOf, overlapsIn } from './parse-registration.server.ts';
import { AnswerFields, PersonFields } from './person-fields.tsx';
import { InformationText, OfferNotice, RegisterHead } from './register-head.tsx';
import { RegisteredNotice } from './registered-notice.tsx';
import { emptyPerson, type Faults, parsePerson, personValuesOf } from './registration-values.ts';
import { SessionChoice } from './session-choice.tsx';
import './registrations.css';

const pathOf = (edition: string) => `/editions/${edition}/register`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: m.registrations_register_in({ edition: loaderData?.offer.edition.name ?? '' }) }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, pathOf(params.edition));
  const offer = await loadOffer(services, scope);
  const self = await readOwnDetails(services, viewer);
  const { searchParams } = new URL(request.url);
  const said = (['registered', 'waiting'] as const).find((one) => one === searchParams.get('said'));
  const own = self ?? {};
  return {
    ...{ offer, organises: scope.can.organise, values: emptyPerson(crypto.randomUUID(), own) },
    done: said ? { told: said, waits: searchParams.has('waits') } : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer, ip } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, pathOf(params.edition));
  const [form, { questions, sessions, opens }] = await Promise.all([readForm(request), loadOffer(services, scope)]);
  const values = personValuesOf(form, '', questions);
  const again = (status: number, more: { faults?: Faults; notice?: string; overlaps?: [string, string][] }) =>
    data({ values, faults: {} as Faults, notice: null, overlaps: [], ...more }, { status });
  const parsed = parsePerson(values, questions);
  if ('faults' in parsed) return again(422, parsed);
  const overlaps = overlapsIn(form, sessions, [parsed.person.meetingIds]);
  if (overlaps.length > 0) return again(422, { overlaps });
  const { person } = parsed;
  // parsePerson refused the form without an address
  const wish = {
    ...person,
    email: person.email ?? '',
    organisationKind: guessOrganisationKind(person.organisationName),
    language: getLocale(),
  };
  const registered = await register(services, scope, wish, ip);
  if (registered.ok) {
    const { edition, waitingIn } = registered.told;
    throw redirect(`${localePath(pathOf(params.edition))}?said=${edition}${waitingIn.length > 0 ? '&waits' : ''}`, 303);
  }
  if (registered.reason === 'closed' || registered.reason === 'too_often')
    return again(registered.reason === 'closed' ? 409 : 429, { notice: noticeOf(registered, opens) });
  return again(422, { faults: faultsOfWish(registered, questions) });
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { offer, organises, done } = loaderData;
  const { faults = {} as Faults, notice = null, overlaps = [], values = loaderData.values } = actionData ?? {};
  const path = localePath(pathOf(offer.edition.slug));
  const wholePage = m.registrations_register_in({ edition: offer.edition.name });
  return (
    <>
      <RegisterHead offer={offer} organises={organises} title={done ? m.registrations_done_title() : wholePage} />
      <div className="wrap rg">
        {done ? (
          <RegisteredNotice {...done} path={pathOf(offer.edition.slug)} programme={`/editions/${offer.edition.slug}/programme`} />
        ) : (
          <OfferNotice offer={offer} />
        )}
        {done || (offer.openness !== 'open' && !actionData) ? null : (
          <Form method="post" action={path} className="stack rg-form" noValidate>
            <p>
              <A to={`${pathOf(offer.edition.slug)}/delegation`}>{m.registrations_delegation_instead()}</A>
            </p>
            {notice ? (
              <Notice look="err" role="alert">
                {notice}
              </Notice>
            ) : null}
            <PersonFields values={values} faults={faults} categories={offer.categories} />
            <AnswerFields values={values} faults={faults} questions={offer.questions} />
            {offer.sessions.length > 0 ? (
              <SessionChoice sessions={offer.sessions} name="session" chosen={values.meetingIds} error={faults.session} />
            ) : null}
            <InformationText text={offer.information} />
            <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
            <OverlapNotice pairs={overlaps} />
            <SubmitButton size="lg">
              {offer.room === 'full' ? m.registrations_join_waiting_list() : m.registrations_register()}
            </SubmitButton>
          </Form>
        )}
      </div>
    </>
  );
}
