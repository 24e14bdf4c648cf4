import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { RAPPORTEUR_LIMITS } from '#app/model/rapporteurs.ts';
import { findEdition } from '#db/programme/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { checkSessions } from '#server/rapporteurs/hand-in.ts';
import { planDeadlines } from '#server/rapporteurs/plan-deadlines.ts';
import { readBoard } from '#server/rapporteurs/read-board.ts';
import { PEACE, remindLate } from '#server/rapporteurs/remind-rapporteurs.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/board.route.ts';
import { BOARD_FILTERS, isShown, totalsOf } from './board-filter.ts';
import { CHECK, PLAN, REMIND } from './board-forms.tsx';
import { BoardPage } from './board-page.tsx';

/** Each is composed whole: the next press goes on with the others. */
const CHECKED_AT_ONCE = 40;

const pathOf = (edition: string) => `/editions/${edition}/rapporteurs`;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${m.rapporteurs_title()} · ${(loaderData as { edition?: { name: string } } | undefined)?.edition?.name ?? m.common_brand()}` },
];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const edition = await findEdition(services.db, scope);
  const { sessions, plan, today } = await readBoard(services, scope, edition.timeZone);
  const { searchParams } = new URL(request.url);
  const filter = BOARD_FILTERS.find((one) => one === searchParams.get('show')) ?? 'all';
  const personId = viewer?.personId ?? '';
  const peaceUntil = services.clock.now().subtract(PEACE).toString();
  const counts = Object.fromEntries(
    BOARD_FILTERS.map((one) => [one, sessions.filter((session) => isShown(session, one, personId)).length]),
  );
  return {
    ...{ edition, plan, today, filter, counts, totals: totalsOf(sessions) },
    sessions: sessions.filter((session) => isShown(session, filter, personId)),
    /** How many mails « relancer les retardataires » would send. */
    toRemind: sessions
      .filter(({ late, status }) => late > 0 && status === 'scheduled')
      .flatMap(({ rapporteurs }) => rapporteurs)
      .filter(({ reachable, remindedAt }) => reachable && (remindedAt === null || remindedAt <= peaceUntil)).length,
    toCheck: sessions.filter(needsChecking).length,
    reminded: countIn(searchParams, 'reminded'),
  };
}

const needsChecking = ({
  words,
  checkedAt,
  checkIsOld,
  minutes,
}: {
  words: number;
  checkedAt: string | null;
  checkIsOld: boolean;
  minutes: string;
}) => words > 0 && minutes !== 'published' && (checkedAt === null || checkIsOld);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  switch (form.get('intent')) {
    case PLAN: {
      const typed = text('dueDays');
      const dueDays = typed === '' ? null : /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (Number.isNaN(dueDays) || (dueDays !== null && dueDays > RAPPORTEUR_LIMITS.dueDays))
        return data({ fault: m.rapporteurs_plan_invalid({ max: RAPPORTEUR_LIMITS.dueDays }), typed }, { status: 422 });
      const planned = await planDeadlines(services, { viewer, edition: scope, dueDays, revision: Number(text('revision')) || 0 });
      return planned.ok ? redirect(localePath(path)) : data({ fault: m.rapporteurs_plan_conflict(), typed }, { status: 409 });
    }
    case REMIND: {
      const reminded = await remindLate(services, { viewer, edition: scope, expected: Number(text('expected')) || 0 });
      if (reminded.ok) return redirect(`${localePath(path)}?reminded=${reminded.written}`);
      return data({ fault: m.rapporteurs_remind_changed({ count: reminded.count }), typed: null }, { status: 409 });
    }
    case CHECK: {
      const { timeZone } = await findEdition(services.db, scope);
      const { sessions } = await readBoard(services, scope, timeZone);
      await checkSessions(services, { edition: scope, sessions: sessions.filter(needsChecking).slice(0, CHECKED_AT_ONCE) });
      return redirect(localePath(path));
    }
    default:
      return notFound();
  }
}

export type BoardData = Awaited<ReturnType<typeof loader>>;

export default function Board({ loaderData, actionData }: Route.ComponentProps) {
  return <BoardPage {...loaderData} refused={actionData ?? null} />;
}

function countIn(asked: URLSearchParams, name: string): number | null {
  const text = asked.get(name);
  return text && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
