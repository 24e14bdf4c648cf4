import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import { Notice } from '#app/ui/notice.tsx';
import { findEdition } from '#db/programme/read.ts';
import { findEditionRevision } from '#db/programme/read-draft.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { editEdition } from '#server/programme/edit-edition.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-edition.route.ts';
import { EditionForm } from './edition-form.tsx';
import { type EditionFaults, type EditionFormValues, editionFormValues, parseEditionForm } from './parse-edition-form.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { slotWords } from './slot-words.ts';

const editPath = (slug: string) => `/editions/${slug}/edit`;

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.prepare_edit_edition()} : ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, editPath(params.edition));
  const [edition, revision] = await Promise.all([findEdition(services.db, scope), findEditionRevision(services.db, scope)]);
  return { edition, revision };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, editPath(params.edition));
  if (!viewer) return refuse(viewer, editPath(params.edition));
  const form = await readForm(request);
  const revision = parseRevision(form.get('revision')) ?? notFound();
  const values = editionFormValues(form);
  const again = (faults: EditionFaults, status: number, theirs: EditionFormValues | null = null, stored = revision) =>
    data({ values, faults, theirs, revision: stored }, { status });
  const parsed = parseEditionForm(values);
  if ('faults' in parsed) return again(parsed.faults, 422);
  const edited = await editEdition(services, { viewer, scope, revision, plan: parsed.plan });
  if (edited.ok) return redirect(localePath(`/editions/${params.edition}`));
  if (edited.reason === 'conflict') {
    const { name, summary, place, timeZone, startsOn, endsOn } = edited.current;
    return again({}, 409, { name, summary, place, timeZone, startsOn, endsOn }, edited.current.revision);
  }
  const slots = edited.slots.slice(0, 3).map(slotWords).join(' ; ');
  return again({ startsOn: m.prepare_slots_outside({ count: edited.slots.length, slots }) }, 409);
}

export default function EditEdition({ loaderData: { edition, revision }, actionData }: Route.ComponentProps) {
  const values = actionData?.values ?? edition;
  return (
    <PrepareFrame edition={edition} title={m.prepare_edit_edition()} page={null}>
      <div className="wrap">
        {actionData?.theirs ? <Conflict theirs={actionData.theirs} yours={actionData.values} /> : null}
        <EditionForm values={values} faults={actionData?.faults ?? {}} submit={m.prepare_save()}>
          <input type="hidden" name="revision" value={actionData?.revision ?? revision} />
        </EditionForm>
      </div>
    </PrepareFrame>
  );
}

/** Both versions of what differs; saving the form below decides. */
function Conflict({ theirs, yours }: { theirs: EditionFormValues; yours: EditionFormValues }) {
  const labels: Record<keyof EditionFormValues, string> = {
    ...{ name: m.prepare_edition_name(), summary: m.prepare_edition_summary(), place: m.prepare_edition_place() },
    ...{ timeZone: m.prepare_zone(), startsOn: m.prepare_starts_on(), endsOn: m.prepare_ends_on() },
  };
  const fields = Object.keys(labels) as (keyof EditionFormValues)[];
  return (
    <Notice look="warn" role="alert">
      <p>{m.prepare_edit_conflict()}</p>
      <dl>
        {fields
          .filter((field) => theirs[field] !== yours[field])
          .map((field) => (
            <div key={field}>
              <dt>{labels[field]}</dt>
              <dd>{m.prepare_theirs({ theirs: theirs[field] })}</dd>
              <dd>{m.prepare_yours({ yours: yours[field] })}</dd>
            </div>
          ))}
      </dl>
    </Notice>
  );
}
