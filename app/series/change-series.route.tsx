import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { formChoices } from '#app/meetings/form-choices.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { MEETING_LIMITS } from '#app/model/meetings.ts';
import { parseRevision } from '#app/model/revision.ts';
import { cleanText } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { countMembers } from '#db/groups/read.ts';
import { listThemeNames } from '#db/meetings/read-form.ts';
import { findSeries } from '#db/series/read.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { organiseSeries } from '#server/series/access.ts';
import { changeSeries } from '#server/series/change-series.ts';
import { checkDates } from '#server/series/check-dates.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { firstDayOf } from '#server/series/first-day.ts';
import { matchDates } from '#server/series/match-dates.ts';
import { planOf } from '#server/series/plan-of-series.ts';
import { previewChange } from '#server/series/preview-change.ts';
import type { Route } from './+types/change-series.route.ts';
import { aroundOf } from './around.server.ts';
import { buildPreview } from './build-preview.server.ts';
import { type ChangeAnswer, ChangeForm } from './change-form.tsx';
import { shownChanges } from './change-words.ts';
import { readChoices } from './date-choices.ts';
import { parseSeriesForm } from './parse-series-form.ts';
import { refusalInWords } from './refusal-words.ts';
import { ruleInWords } from './rule-words.ts';
import { valuesOfSeries, valuesOfSeriesForm } from './series-form-values.ts';
import './series.css';

const pathOf = (series: string) => `/series/${series}/change`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.series_change_page_title()} : ${loaderData?.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseSeries(services, viewer, parseUuid(params.series), pathOf(params.series));
  const series = await findSeries(services.db, scope);
  const group = await organiseGroup(services, viewer, series.groupSlug);
  const around = await aroundOf(services, scope, { asked: new URL(request.url).searchParams.get('since'), timeZone: series.timeZone });
  const [themes, members] = await Promise.all([listThemeNames(services.db, group), countMembers(services.db, group)]);
  const values = valuesOfSeries(planOf(series), around.since ?? '');
  if (values.endKind === 'count' && around.following > 0) values.times = String(around.following);
  return {
    ...{ id: series.id, title: series.title, revision: series.revision, values, members },
    since: around.since && formatDay(around.since, getLocale(), { weekday: true }),
    choices: formChoices([...new Set([...series.themes, ...themes])], getLocale()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseSeries(services, viewer, parseUuid(params.series), pathOf(params.series));
  if (!viewer) return refuse(viewer, pathOf(params.series));
  const form = await readForm(request);
  const [intent, revision] = [form.get('intent'), parseRevision(form.get('revision'))];
  if (!revision) return notFound();
  const current = await findSeries(services.db, scope);
  const { since, last, today } = await aroundOf(services, scope, { asked: String(form.get('since') ?? ''), timeZone: current.timeZone });
  const values = { ...valuesOfSeriesForm(form), from: since ?? today };
  const answer: ChangeAnswer = { values, revision, faults: {}, fault: null, preview: null, changes: null, theirs: null };
  const reason = cleanText(values.reason);
  const [max, length] = [MEETING_LIMITS.cancelReason, [...reason].length];
  const read = parseSeriesForm(values);
  if ('faults' in read) return data({ ...answer, faults: read.faults }, { status: 422 });
  if (length > max) return data({ ...answer, faults: { reason: m.meetings_too_long({ max, length }) } }, { status: 422 });
  const { recurrence: asked, ...rest } = read.parsed.plan;
  const recurrence = { ...asked, firstDay: firstDayOf(asked, { since, last, today }) };
  const plan = { ...rest, recurrence };
  // a month that was left out stays so when the rule moves to another of its days
  const leftOut = matchDates(current.leftOut, datesOfRule(recurrence), recurrence.pattern).values();
  const choices = readChoices(form, recurrence.start, [...leftOut]);
  const network = await enterNetwork(services, viewer);
  const built = await buildPreview(services, network, {
    recurrence,
    choices,
    organisedGroupId: scope.groupId,
    exceptSeriesId: scope.seriesId,
  });
  const checked = checkDates(recurrence, choices, built.shown?.dates.map(({ on }) => on) ?? []);
  const kept = checked.ok ? checked.kept : [];
  const change = checked.ok ? await previewChange(services, scope, { since, kept, plan }) : null;
  const shown: ChangeAnswer = {
    ...{ ...answer, preview: built.shown, faults: choices.faults, fault: built.refused && refusalInWords(built.refused) },
    changes: change && shownChanges(change, { timeZone: recurrence.timeZone, locale: getLocale() }),
  };
  const wrong = built.refused !== null || Object.keys(choices.faults).length > 0;
  if (wrong) return data(shown, { status: 422 });
  if (intent !== 'publish' && intent !== 'draft') return shown;
  const digest = String(form.get('digest') ?? '');
  const invite = { whom: read.parsed.invite, expected: Number(form.get('members')) };
  const announce = intent === 'publish';
  const changed = await changeSeries(services, {
    ...{ viewer, scope, revision, since, plan, choices, digest, announce, invite, reason },
    seen: choices.seen,
  });
  if (changed.ok) return redirect(`${localePath(`/series/${scope.seriesId}`)}?changed`);
  if (changed.reason !== 'conflict') return data({ ...shown, fault: refusalInWords(changed) }, { status: 409 });
  const theirs = { title: changed.current.title, rule: ruleInWords(planOf(changed.current).recurrence, getLocale()) };
  return data({ ...shown, revision: changed.current.revision, fault: m.series_conflict(), theirs }, { status: 409 });
}

export default function ChangeSeries({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, since, choices, members } = loaderData;
  const blank = { faults: {}, fault: null, preview: null, changes: null, theirs: null };
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: `/series/${id}`, label: title }]} />
        <h1>{since ? m.series_change_page_title() : m.series_extend_link()}</h1>
        <p className="lede">{since ? m.series_change_lede({ date: since }) : m.series_extend_lede()}</p>
      </div>
      <ChangeForm
        choices={choices}
        members={members}
        answer={actionData ?? { ...blank, values: loaderData.values, revision: loaderData.revision }}
      />
    </>
  );
}
