import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { editionOfLink, enterPersonOfDelegation, openRegistrationLink } from '#server/registrations/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/person-of-delegation.route.ts';
import { actOnRegistration, saidWords } from './act-on-registration.server.ts';
import { loadRegistration } from './load-registration.server.ts';
import { RegistrationPage } from './registration-page.tsx';
import './registrations.css';

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' });

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const title = loaderData?.page.registration.name ?? '';
  return [{ title: m.registrations_page({ title }) }];
}

async function enter(services: Services, { token, registration }: Route.LoaderArgs['params']) {
  const link = await openRegistrationLink(services, token);
  if (link?.kind !== 'delegation' || !isUuid(registration)) return notFound();
  const scope = await enterPersonOfDelegation(services, link.scope, registration);
  return { scope, edition: await editionOfLink(services, scope) };
}

const pathOf = ({ token, registration }: Route.LoaderArgs['params']) => `/registrations/${token}/people/${registration}`;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const { scope, edition } = await enter(services, params);
  const said = saidWords(new URL(request.url).searchParams.get('said'));
  return { page: await loadRegistration(services, scope, edition), path: pathOf(params), back: `/registrations/${params.token}`, said };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const { scope, edition } = await enter(services, params);
  const acted = await actOnRegistration(services, { scope, edition, form: await readForm(request), by: { as: 'contact' } });
  if (acted && 'said' in acted) throw redirect(`${localePath(pathOf(params))}?said=${acted.said}`, 303);
  return data({ refused: acted?.refused ?? null }, { status: acted?.refused.status ?? 400 });
}

/** Somebody without an address, as the contact of their delegation sees them. */
export default function PersonOfDelegation({ loaderData, actionData }: Route.ComponentProps) {
  return <RegistrationPage {...loaderData} refused={actionData?.refused ?? null} />;
}
