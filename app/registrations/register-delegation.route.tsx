import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { readForm } from '#server/http/read-form.ts';
import { enterEdition } from '#server/programme/access.ts';
import { readOwnDetails } from '#server/registrations/own-details.ts';
import { registerDelegation } from '#server/registrations/register-delegation.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/register-delegation.route.ts';
import { DelegationForm } from './delegation-form.tsx';
import {
  type DelegationValues,
  delegationValuesOf,
  emptyDelegation,
  parseDelegation,
  prefixOf,
  withMoreRows,
  withoutRow,
  withTable,
} from './delegation-values.ts';
import { loadOffer } from './offer.server.ts';
import { faultsOfWish, noticeOf, overlapsIn } from './parse-registration.server.ts';
import { OfferNotice, RegisterHead } from './register-head.tsx';
import type { Faults } from './registration-values.ts';
import './registrations.css';

const pathOf = (edition: string) => `/editions/${edition}/register/delegation`;
const newId = () => crypto.randomUUID() as string;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: m.registrations_delegation_title({ edition: loaderData?.offer.edition.name ?? '' }) }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, pathOf(params.edition));
  const offer = await loadOffer(services, scope);
  const self = await readOwnDetails(services, viewer);
  const own = self ? { contactGivenName: self.givenName, contactFamilyName: self.familyName, contactEmail: self.email } : {};
  const { searchParams } = new URL(request.url);
  const countOf = (name: string) => Math.min(Number.parseInt(searchParams.get(name) ?? '', 10) || 0, 1000);
  const done = searchParams.has('said') ? { registered: countOf('registered'), waiting: countOf('waiting') } : null;
  return { offer, organises: scope.can.organise, values: emptyDelegation(newId, own), done };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer, ip } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await enterEdition(services, viewer, params.edition, path);
  const [form, { questions, sessions, opens }] = await Promise.all([readForm(request), loadOffer(services, scope)]);
  const values = delegationValuesOf(form, questions);
  const again = (status: number, more: { values?: DelegationValues; faults?: Faults; notice?: string; overlaps?: [string, string][] }) =>
    data({ values, faults: {} as Faults, notice: null, overlaps: [], ...more }, { status });
  const intent = String(form.get('intent'));
  if (intent === 'more') return again(200, { values: withMoreRows(values, newId) });
  if (intent.startsWith('without-')) return again(200, { values: withoutRow(values, Number.parseInt(intent.slice(8), 10)) });
  if (intent === 'paste') {
    const read = withTable(values, newId);
    return 'fault' in read ? again(422, { faults: { table: read.fault } }) : again(200, read);
  }
  const parsed = parseDelegation(values, questions);
  if ('faults' in parsed) return again(422, parsed);
  const { rows, ...delegation } = parsed.delegation;
  const choices = delegation.people.map(({ meetingIds }) => meetingIds);
  const overlaps = overlapsIn(form, sessions, choices);
  if (overlaps.length > 0) return again(422, { overlaps });
  const registered = await registerDelegation(services, scope, { ...delegation, language: getLocale() }, ip);
  if (registered.ok) {
    const count = (state: string) => registered.told.filter((one) => one === state).length;
    throw redirect(`${localePath(path)}?said&registered=${count('registered')}&waiting=${count('waiting')}`, 303);
  }
  if (registered.reason === 'person')
    return again(422, { faults: faultsOfWish(registered.fault, questions, prefixOf(rows[registered.line] ?? 0)) });
  return again(registered.reason === 'closed' ? 409 : 429, { notice: noticeOf(registered, opens) });
}

export default function RegisterDelegation({ loaderData, actionData }: Route.ComponentProps) {
  const { offer, organises, done } = loaderData;
  const title = m.registrations_delegation_title({ edition: offer.edition.name });
  return (
    <>
      <RegisterHead offer={offer} organises={organises} title={done ? m.registrations_done_title() : title} />
      <div className="wrap rg">
        {done ? (
          <Notice look={done.waiting > 0 ? 'warn' : 'ok'} role="status">
            <b>{m.registrations_delegation_done()}</b>
            {done.registered > 0 ? <p>{m.registrations_delegation_done_registered({ count: done.registered })}</p> : null}
            {done.waiting > 0 ? <p>{m.registrations_delegation_done_waiting({ count: done.waiting })}</p> : null}
            <p>{m.registrations_delegation_done_what()}</p>
          </Notice>
        ) : (
          <OfferNotice offer={offer} />
        )}
        {done || (offer.openness !== 'open' && !actionData) ? null : (
          <DelegationForm
            offer={offer}
            path={localePath(pathOf(offer.edition.slug))}
            values={actionData?.values ?? loaderData.values}
            faults={actionData?.faults ?? {}}
            notice={actionData?.notice ?? null}
            overlaps={actionData?.overlaps ?? []}
          />
        )}
      </div>
    </>
  );
}
