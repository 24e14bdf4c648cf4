import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DeadLink } from '#app/programme/dead-link.tsx';
import { readForm } from '#server/http/read-form.ts';
import { editionOfLink, openRegistrationLink } from '#server/registrations/access.ts';
import { withdrawFromDelegation } from '#server/registrations/cancel-registration.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-registration.route.ts';
import { actOnRegistration, saidWords } from './act-on-registration.server.ts';
import { DelegationPage } from './delegation-page.tsx';
import { loadDelegation } from './load-delegation.server.ts';
import { loadRegistration } from './load-registration.server.ts';
import { RegistrationPage } from './registration-page.tsx';
import './registrations.css';

// The address holds a secret: it must not stay in shared caches or be indexed. Referer never leaves this site (security.ts);
// 'no-referrer' would be stricter, but browsers then send the form with 'Origin: null', which is refused.
const SECRET = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' };
export const headers: Route.HeadersFunction = () => SECRET;
const dead = () => data({ kind: 'dead' as const }, { status: 404 });
const pathOf = (token: string) => `/registrations/${token}`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const title = loaderData && loaderData.kind !== 'dead' ? loaderData.page.offer.edition.name : m.registrations_dead_title();
  return [{ title: m.registrations_page({ title }) }];
}

/** Shows what the link is for and records nothing: programs that look through mails follow links. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const link = await openRegistrationLink(services, params.token);
  if (!link) return dead();
  const edition = await editionOfLink(services, link.scope);
  const said = saidWords(new URL(request.url).searchParams.get('said'));
  const path = pathOf(params.token);
  if (link.kind === 'delegation')
    return { kind: 'delegation' as const, page: await loadDelegation(services, link.scope, edition), path, said };
  return { kind: 'person' as const, page: await loadRegistration(services, link.scope, edition), path, said };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const link = await openRegistrationLink(services, params.token);
  if (!link) return dead();
  const form = await readForm(request);
  const back = (said: string) => redirect(`${localePath(pathOf(params.token))}?said=${said}`, 303);
  if (link.kind === 'delegation') {
    const line = /^withdraw-(\d{1,4})$/.exec(String(form.get('intent')))?.[1];
    if (!line) return data({ refused: null }, { status: 400 });
    await withdrawFromDelegation(services, link.scope, Number(line));
    throw back('cancelled');
  }
  const edition = await editionOfLink(services, link.scope);
  const acted = await actOnRegistration(services, { scope: link.scope, edition, form, by: { as: 'self' } });
  if (acted && 'said' in acted) throw back(acted.said);
  return data({ refused: acted?.refused ?? null }, { status: acted?.refused.status ?? 400 });
}

export default function OwnRegistration({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.kind === 'dead' || (actionData && 'kind' in actionData))
    return <DeadLink title={m.registrations_dead_title()} what={m.registrations_dead_what()} />;
  if (loaderData.kind === 'delegation') return <DelegationPage {...loaderData} />;
  const refused = actionData && 'refused' in actionData ? actionData.refused : null;
  return <RegistrationPage {...loaderData} refused={refused} />;
}
