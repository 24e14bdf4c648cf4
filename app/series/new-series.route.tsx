import { data, Form, redirect, useNavigation } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { formChoices } from '#app/meetings/form-choices.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { countMembers, readGroup } from '#db/groups/read.ts';
import { listThemeNames } from '#db/meetings/read-form.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { createSeries } from '#server/series/create-series.ts';
import type { Route } from './+types/new-series.route.ts';
import { buildPreview } from './build-preview.server.ts';
import { readChoices } from './date-choices.ts';
import { DatesPreview, type ShownPreview } from './dates-preview.tsx';
import { InviteFields } from './invite-fields.tsx';
import { parseSeriesForm, type SeriesFaults } from './parse-series-form.ts';
import { refusalInWords } from './refusal-words.ts';
import { SeriesFields, seriesFaultList } from './series-fields.tsx';
import { emptySeries, type SeriesFormValues, valuesOfSeriesForm } from './series-form-values.ts';
import './series.css';

const FORM_ID = 'series-form';
const pathOf = (group: string) => `/groups/${group}/series/new`;

export function meta() {
  return [{ title: `${m.series_new_title()} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params.group));
  const [group, themes, members] = await Promise.all([
    readGroup(services.db, scope),
    listThemeNames(services.db, scope),
    countMembers(services.db, scope),
  ]);
  const today = services.clock.now().toZonedDateTimeISO(group.timeZone).toPlainDate().toString();
  return {
    ...{ id: crypto.randomUUID(), group: { slug: group.slug, name: group.name }, members },
    values: emptySeries(group, today),
    choices: formChoices(themes, getLocale()),
  };
}

interface Answer {
  id: string;
  values: SeriesFormValues;
  faults: SeriesFaults;
  /** What keeps the whole from being made. */
  fault: string | null;
  preview: ShownPreview | null;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params.group));
  if (!viewer) return refuse(viewer, pathOf(params.group));
  const form = await readForm(request);
  const [intent, id, values] = [form.get('intent'), parseUuid(form.get('id')), valuesOfSeriesForm(form)];
  if (!id) return notFound();
  const answer: Answer = { id, values, faults: {}, fault: null, preview: null };
  const read = parseSeriesForm(values);
  if ('faults' in read) return data({ ...answer, faults: read.faults }, { status: 422 });
  const { plan, invite: whom } = read.parsed;
  const choices = readChoices(form, plan.recurrence.start);
  const network = await enterNetwork(services, viewer);
  const asked = { recurrence: plan.recurrence, choices, organisedGroupId: scope.groupId };
  const { shown, refused } = await buildPreview(services, network, asked);
  const previewed: Answer = { ...answer, preview: shown, faults: choices.faults, fault: refused && refusalInWords(refused) };
  if (Object.keys(choices.faults).length > 0) return data(previewed, { status: 422 });
  if (intent !== 'publish' && intent !== 'draft') return refused ? data(previewed, { status: 422 }) : previewed;
  const invite = { whom, expected: Number(form.get('members')) };
  const { seen } = choices;
  const created = await createSeries(services, { viewer, scope, id, plan, choices, seen, announce: intent === 'publish', invite });
  if (created.ok) return redirect(`${localePath(`/series/${id}`)}?created`);
  return data({ ...previewed, fault: refusalInWords(created) }, { status: created.reason.endsWith('changed') ? 409 : 422 });
}

export default function NewSeries({ loaderData, actionData }: Route.ComponentProps) {
  const { group, choices, members } = loaderData;
  const { id, values, faults, fault, preview } = actionData ?? { ...loaderData, faults: {}, fault: null, preview: null };
  const busy = useNavigation().formMethod === 'POST';
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${group.slug}`, label: group.name },
            { to: `/groups/${group.slug}/series`, label: m.series_list_title() },
          ]}
        />
        <h1>{m.series_new_title()}</h1>
        <p className="lede">{m.series_new_lede()}</p>
      </div>
      <div className="wrap fm">
        <Form method="post" action={`#${FORM_ID}`} id={FORM_ID} noValidate aria-label={m.series_new_title()}>
          <button type="submit" name="intent" value="preview" className="vh" tabIndex={-1} aria-hidden="true">
            {m.series_preview_button()}
          </button>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="members" value={members} />
          <ErrorSummary faults={seriesFaultList(faults, fault)} />
          {preview ? (
            <DatesPreview preview={preview} faults={faults} creates>
              <div className="dates__act">
                <CreateButtons count={preview.count} busy={busy} />
              </div>
            </DatesPreview>
          ) : null}
          <SeriesFields values={values} faults={faults} choices={choices} withFirstDay />
          <InviteFields chosen={values.invite} members={members} dates={preview?.count ?? null} />
        </Form>
        <aside className="fm__side" aria-label={m.series_aside_label()}>
          <div className="fm__act">
            <SubmitButton form={FORM_ID} name="intent" value="preview" wide {...(preview ? { look: 'line' } : { size: 'lg' })}>
              {preview ? m.series_preview_again() : m.series_preview_button()}
            </SubmitButton>
            {preview ? <CreateButtons count={preview.count} busy={busy} /> : <p className="meta">{m.series_preview_hint()}</p>}
          </div>
        </aside>
      </div>
    </>
  );
}

/** Beside the form, and on a phone under the dates too, which stand far above the end of the form. */
function CreateButtons({ count, busy }: { count: number; busy: boolean }) {
  return (
    <>
      <SubmitButton form={FORM_ID} name="intent" value="publish" size="lg" wide busy={busy && m.meetings_sending()}>
        {m.series_create({ count })}
      </SubmitButton>
      <SubmitButton form={FORM_ID} name="intent" value="draft" look="line" wide>
        {m.series_create_drafts()}
      </SubmitButton>
      <p className="meta">{m.series_create_hint()}</p>
    </>
  );
}
