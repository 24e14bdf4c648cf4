import { data, Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { organiseRegistration } from '#server/registrations/access.ts';
import { resendLink } from '#server/registrations/organise.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-registration.route.ts';
import { actOnRegistration, saidWords } from './act-on-registration.server.ts';
import { loadRegistration } from './load-registration.server.ts';
import { OrganiseHead } from './organise-head.tsx';
import { RegistrationForms } from './registration-forms.tsx';
import { OwnSessions } from './registration-page.tsx';
import { categoryWords, STATE_LOOKS, stateWords } from './words.ts';
import './registrations.css';

type Params = Route.LoaderArgs['params'];
const pathOf = ({ edition, registration }: Params) => `/editions/${edition}/registrations/${registration}`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: loaderData?.page.registration.name ?? '' }) }];
}

async function enter(context: Route.LoaderArgs['context'], params: Params) {
  const { services, viewer } = requestOf(context);
  const edition = await organiseEdition(services, viewer, params.edition, pathOf(params));
  if (!viewer) return refuse(viewer, pathOf(params));
  if (!isUuid(params.registration)) return notFound();
  return { services, viewer, edition, scope: await organiseRegistration(services, edition, params.registration) };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, edition, scope } = await enter(context, params);
  const said = new URL(request.url).searchParams.get('said');
  const page = await loadRegistration(services, scope, edition);
  return { page, path: pathOf(params), said: said === 'resent' ? m.registrations_said_resent() : saidWords(said) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer, edition, scope } = await enter(context, params);
  const form = await readForm(request);
  const back = (said: string) => redirect(`${localePath(pathOf(params))}?said=${said}`, 303);
  if (form.get('intent') === 'resend') {
    const sent = await resendLink(services, { viewer, scope });
    if (sent.ok) throw back('resent');
    return data({ refused: null }, { status: 409 });
  }
  const acted = await actOnRegistration(services, { scope, edition, form, by: { as: 'organiser', viewer } });
  if (acted && 'said' in acted) throw back(acted.said);
  return data({ refused: acted?.refused ?? null }, { status: acted?.refused.status ?? 400 });
}

/** One registration, for the organisers. */
export default function EditRegistration({ loaderData: { page, path, said }, actionData }: Route.ComponentProps) {
  const { registration, offer, sessions } = page;
  return (
    <>
      <OrganiseHead edition={offer.edition} title={registration.name} below said={said} />
      <div className="wrap rg">
        <section className="stack">
          <p>
            <Tag look={STATE_LOOKS[registration.state]}>{stateWords(registration.state)}</Tag> {categoryWords(registration.category)},{' '}
            {registration.email ?? m.registrations_no_address()}
          </p>
          {registration.delegationName ? <p>{m.registrations_of_delegation({ organisation: registration.delegationName })}</p> : null}
          <OwnSessions sessions={sessions} />
          {registration.email && registration.state !== 'cancelled' ? (
            <Form method="post" action={localePath(path)}>
              <SubmitButton look="line" name="intent" value="resend">
                {m.registrations_resend()}
              </SubmitButton>
            </Form>
          ) : null}
        </section>
        <RegistrationForms page={page} path={localePath(path)} refused={actionData?.refused ?? null} organises />
      </div>
    </>
  );
}
