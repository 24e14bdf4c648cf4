import { data, redirect } from 'react-router';
import { readNewPerson } from '#app/attendance/attendees-form.ts';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { isDay } from '#app/model/when.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { findPeopleToInvite } from '#db/attendance/read.ts';
import { findEdition } from '#db/programme/read.ts';
import { listRapporteurs } from '#db/rapporteurs/read.ts';
import { findReport } from '#db/rapporteurs/read-report.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseSession } from '#server/rapporteurs/access.ts';
import { assignRapporteur, unassignRapporteur, type Whom } from '#server/rapporteurs/assign-rapporteur.ts';
import { takeBack } from '#server/rapporteurs/hand-in.ts';
import { planOwnDeadline } from '#server/rapporteurs/plan-deadlines.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/session.route.ts';
import { ASSIGN, ASSIGN_NEW, DUE, GIVE_BACK, SessionPage, UNASSIGN } from './session-page.tsx';

const MOST_FOUND = 20;
const MOST_OF_EDITION = 2000;
const pathOf = ({ edition, meeting }: { edition: string; meeting: string }) => `/editions/${edition}/rapporteurs/${meeting}`;

export const meta: Route.MetaFunction = () => [{ title: `${m.rapporteurs_title()} · ${m.common_brand()}` }];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { db } = services;
  const { edition: scope, session } = await organiseSession(services, viewer, params, pathOf(params));
  const { searchParams } = new URL(request.url);
  const query = searchParams.get('q')?.slice(0, 100) ?? '';
  const [edition, report, everybody, found] = await Promise.all([
    findEdition(db, scope),
    findReport(db, session),
    listRapporteurs(db, scope, { limit: MOST_OF_EDITION }),
    query ? findPeopleToInvite(db, session, scope.network, { query, limit: MOST_FOUND }) : [],
  ]);
  const rapporteurs = everybody.filter(({ meetingId }) => meetingId === session.meetingId);
  const taken = new Set(rapporteurs.map(({ personId }) => personId));
  return {
    ...{ edition, report, rapporteurs, query, newId: crypto.randomUUID() },
    found: found.map((person) => ({ ...person, invited: taken.has(person.id) })),
    written: searchParams.get('written'),
  };
}

export interface SessionRefused {
  faults: FieldFault[];
  /** To be done all the same, if the organiser means it: what was sent, and what speaks against it. */
  clash: { sessions: { slug: string; title: string }[]; sent: [string, string][] } | null;
  typed: Record<string, string>;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const { edition, session } = await organiseSession(services, viewer, params, pathOf(params));
  if (!viewer) return notFound();
  const form = await readForm(request);
  const path = localePath(pathOf(params));
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && value.length < 1000 ? [[name, value]] : [])),
  );
  const refuse = (faults: FieldFault[], status: number, clash: SessionRefused['clash'] = null) =>
    data({ faults, clash, typed } satisfies SessionRefused, { status });
  const assign = async (whom: Whom) => {
    const assigned = await assignRapporteur(services, { viewer, edition, session, whom, knowingly: form.get('knowingly') === 'yes' });
    if (assigned.ok) return redirect(`${path}?written=${assigned.written ? 'yes' : 'no'}`);
    switch (assigned.reason) {
      case 'cancelled':
        return refuse([{ message: m.rapporteurs_refused_cancelled() }], 409);
      case 'too_many':
        return refuse([{ message: m.rapporteurs_refused_too_many() }], 409);
      case 'elsewhere':
        return refuse([], 409, { sessions: assigned.clashes.map(({ slug, title }) => ({ slug, title })), sent: Object.entries(typed) });
    }
  };
  switch (form.get('intent')) {
    case ASSIGN: {
      const personId = parseUuid(form.get('personId'));
      return personId ? assign({ kind: 'person', personId }) : refuse([{ message: m.attendance_fault_nobody_chosen() }], 422);
    }
    case ASSIGN_NEW: {
      const person = readNewPerson(form);
      return person.ok ? assign({ kind: 'new', person: person.value }) : refuse(person.faults, 422);
    }
    case UNASSIGN: {
      const attendanceId = parseUuid(form.get('attendanceId'));
      if (!attendanceId) return notFound();
      await unassignRapporteur(services, { viewer, edition, session, attendanceId });
      return redirect(path);
    }
    case DUE: {
      const day = String(form.get('dueOn') ?? '');
      if (day !== '' && !isDay(day)) return refuse([{ id: 'f-dueOn', message: m.rapporteurs_due_invalid() }], 422);
      await planOwnDeadline(services, { viewer, session, dueOn: day || null });
      return redirect(path);
    }
    case GIVE_BACK:
      await takeBack(services, { viewer, scope: session });
      return redirect(path);
    default:
      return notFound();
  }
}

export type SessionData = Awaited<ReturnType<typeof loader>>;

export default function SessionRapporteurs({ loaderData, actionData }: Route.ComponentProps) {
  return <SessionPage {...loaderData} refused={actionData ?? null} />;
}
