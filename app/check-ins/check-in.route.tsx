import { useEffect } from 'react';
import { data, redirect, useRevalidator } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { CHECK_LIMITS, CHECK_VERDICTS } from '#app/model/check-ins.ts';
import { cleanLine } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { findEdition } from '#db/programme/read.ts';
import { createDoor } from '#server/check-ins/create-door.ts';
import { type CheckDecision, decideOnCheck } from '#server/check-ins/decide-check.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/check-in.route.ts';
import { ArrivalsChart } from './arrivals-chart.tsx';
import { ChecksToDecide } from './checks-to-decide.tsx';
import { DoorsPanel } from './doors-panel.tsx';
import { loadDay } from './load-day.server.ts';
import { RoomsTable } from './rooms-table.tsx';
import './check-ins.css';

export const handle = { interactive: true };

const pathOf = (slug: string) => `/editions/${slug}/check-in`;
const REFRESH_MS = 10_000;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const edition = await findEdition(services.db, scope);
  const query = new URL(request.url).searchParams;
  const day = await loadDay(services, scope, edition, query.get('day'));
  return { edition, ...day, gone: query.has('gone'), newDoor: crypto.randomUUID() as string };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const id = form.get('id');
  if (!isUuid(id)) return notFound();
  if (form.get('intent') === 'door') {
    const values = {
      id,
      name: cleanLine(String(form.get('name') ?? '')),
      place: String(form.get('place') ?? ''),
      countsOut: form.has('countsOut'),
    };
    if (values.name === '' || values.name.length > CHECK_LIMITS.doorName) return data({ values, reason: 'name' as const }, { status: 422 });
    if (values.place !== '' && !isUuid(values.place)) return notFound();
    const { name, countsOut, place } = values;
    const made = await createDoor(services, { viewer, scope, door: { id, name, countsOut, meetingId: place || null } });
    return made.ok ? redirect(localePath(`${path}/${id}`)) : data({ values, reason: made.reason }, { status: 422 });
  }
  const decision = decisionOf(form) ?? notFound();
  const decided = await decideOnCheck(services, { viewer: viewer satisfies Viewer, scope, id, decision });
  return redirect(localePath(decided.ok ? `${path}#t-check` : `${path}?gone#t-check`));
}

function decisionOf(form: FormData): CheckDecision | null {
  const [intent, decision] = [form.get('intent'), form.get('decision')];
  if (intent === 'settle') {
    const verdict = CHECK_VERDICTS.find((each) => each === decision);
    return verdict ? { verdict } : null;
  }
  if (intent === 'held' && (decision === 'taken' || decision === 'rejected')) return { standing: decision };
  return null;
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.check_ins_title()} · ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export default function CheckInDay({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, days, day, rooms, entrance, arrivals, doors, toDecide, now, gone, newDoor } = loaderData;
  useFreshness();
  const crumbs = [
    { to: '/editions', label: m.common_nav_editions() },
    { to: `/editions/${edition.slug}`, label: edition.name },
  ];
  return (
    <>
      <EditionHead edition={edition} title={m.check_ins_title()} crumbs={crumbs} brief />
      <EditionNav edition={edition} organises here="/check-in" />
      <div className="wrap sect ci">
        <ChecksToDecide checks={toDecide} timeZone={edition.timeZone} gone={gone} />
        <RoomsTable {...{ rooms, entrance, days, day }} edition={edition} />
        <ArrivalsChart arrivals={arrivals} timeZone={edition.timeZone} />
        <DoorsPanel {...{ doors, rooms, now, newDoor }} edition={edition} refused={actionData ?? null} />
      </div>
    </>
  );
}

/** Asks again while somebody looks; without scripts the page is as it was loaded. */
function useFreshness(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const every = setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine) void revalidate();
    }, REFRESH_MS);
    return () => clearInterval(every);
  }, [revalidate]);
}
