import { data, redirect } from 'react-router';
import { itemKindLabel } from '#app/agenda/labels.ts';
import { type PointFaults, type PointValues, parsePointForm, valuesOfPointForm } from '#app/agenda/parse-point-form.ts';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { findEdition } from '#db/programme/read.ts';
import { listHeadings, listSessionsToArrange } from '#db/rapporteurs/read-headings.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { applyTemplate } from '#server/rapporteurs/apply-template.ts';
import { type HeadingSaved, moveHeading, removeHeading, saveHeading } from '#server/rapporteurs/edit-headings.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/headings.route.ts';
import { APPLY, HeadingsPage, MOVE, REMOVE, SAVE, START } from './headings-page.tsx';

const MOST_SESSIONS = 400;
const pathOf = (edition: string) => `/editions/${edition}/headings`;

export const meta: Route.MetaFunction = () => [{ title: `${m.rapporteurs_headings_title()} · ${m.common_brand()}` }];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const [edition, headings, sessions] = await Promise.all([
    findEdition(services.db, scope),
    listHeadings(services.db, scope),
    listSessionsToArrange(services.db, scope, { limit: MOST_SESSIONS }),
  ]);
  const { searchParams } = new URL(request.url);
  const count = (name: string) => (/^\d{1,3}$/.test(searchParams.get(name) ?? '') ? Number(searchParams.get(name)) : null);
  return {
    ...{ edition, sessions, newId: crypto.randomUUID() },
    headings: headings.map((heading) => ({ ...heading, kindLabel: itemKindLabel(heading.kind) })),
    editing: parseUuid(searchParams.get('edit')),
    applied: count('changed') === null ? null : { changed: count('changed') ?? 0, same: count('same') ?? 0 },
  };
}

export interface HeadingsRefused {
  id: string | null;
  values: PointValues | null;
  faults: PointFaults;
  message: string | null;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const edition = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const change = { viewer, edition };
  const id = parseUuid(form.get('heading'));
  const done = () => redirect(localePath(path));
  switch (form.get('intent')) {
    case SAVE: {
      if (!id) return notFound();
      const values = valuesOfPointForm(form);
      const parsed = parsePointForm(values);
      const refuse = (faults: PointFaults, message: string | null, status: number) =>
        data({ id, values, faults, message } satisfies HeadingsRefused, { status });
      if ('faults' in parsed) return refuse(parsed.faults, null, 422);
      const { presenterIds: _, ...heading } = parsed.point;
      const saved = await saveHeading(services, { ...change, heading: { id, ...heading } });
      return saved.ok ? done() : refuse({}, REFUSALS[saved.reason](), 409);
    }
    case START: {
      for (const heading of startingHeadings()) await saveHeading(services, { ...change, heading });
      return done();
    }
    case MOVE:
      if (!id) return notFound();
      await moveHeading(services, { ...change, id, to: form.get('to') === 'up' ? 'up' : 'down' });
      return done();
    case REMOVE:
      if (!id) return notFound();
      await removeHeading(services, { ...change, id });
      return done();
    case APPLY: {
      const all = form.get('all') === 'yes';
      const meetingIds = form.getAll('session').flatMap((one) => parseUuid(one) ?? []);
      if (!all && meetingIds.length === 0)
        return data({ id: null, values: null, faults: {}, message: m.rapporteurs_apply_nothing() } satisfies HeadingsRefused, {
          status: 422,
        });
      const { changed, same } = await applyTemplate(services, { ...change, meetingIds: all ? null : meetingIds });
      return redirect(`${localePath(path)}?changed=${changed}&same=${same}`);
    }
    default:
      return notFound();
  }
}

const REFUSALS: Record<Exclude<HeadingSaved, { ok: true }>['reason'], () => string> = {
  same_title: m.rapporteurs_heading_same,
  too_many: m.rapporteurs_heading_too_many,
  too_long: m.rapporteurs_heading_too_long,
  gone: m.rapporteurs_heading_gone,
};

/** What most sessions are told under; a start to be changed. */
function startingHeadings() {
  const heading = (title: string, kind: 'information' | 'discussion' | 'conclusion', summary: string) => ({
    ...{ id: crypto.randomUUID(), title, kind, summary, durationMinutes: 0 },
  });
  return [
    heading(m.rapporteurs_start_summary(), 'information', m.rapporteurs_start_summary_hint()),
    heading(m.rapporteurs_start_talks(), 'discussion', m.rapporteurs_start_talks_hint()),
    heading(m.rapporteurs_start_debate(), 'discussion', m.rapporteurs_start_debate_hint()),
    heading(m.rapporteurs_start_conclusion(), 'conclusion', m.rapporteurs_start_conclusion_hint()),
  ];
}

export type HeadingsData = Awaited<ReturnType<typeof loader>>;

export default function Headings({ loaderData, actionData }: Route.ComponentProps) {
  return <HeadingsPage {...loaderData} refused={actionData ?? null} />;
}
