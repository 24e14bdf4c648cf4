import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { Check } from '#app/ui/check.tsx';
import { findEdition } from '#db/programme/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { duplicateEdition } from '#server/programme/duplicate-edition.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/duplicate-edition.route.ts';
import { EditionForm } from './edition-form.tsx';
import { editionFormValues, parseEditionForm } from './parse-edition-form.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { preparePath } from './prepare-path.ts';

const duplicatePath = (slug: string) => `/editions/${slug}/duplicate`;
const PARTS = ['rooms', 'slots', 'tracks', 'sessions', 'headings', 'speakers'] as const;
/** Nobody is taken over unless it is asked for. */
const USUAL: readonly string[] = ['rooms', 'slots', 'tracks', 'sessions', 'headings'];

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.prepare_duplicate()} : ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, duplicatePath(params.edition));
  const edition = await findEdition(services.db, scope);
  const { summary, place, timeZone } = edition;
  const values = { name: nextName(edition.name), summary, place, timeZone, startsOn: '', endsOn: '' };
  return { edition, id: crypto.randomUUID(), values, take: USUAL };
}

/** « RAICT 2023 » → « RAICT 2024 »; a name without a year stays. */
function nextName(name: string): string {
  return name.replace(/\b20\d\d\b/, (year) => String(Number(year) + 1));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, duplicatePath(params.edition));
  if (!viewer) return refuse(viewer, duplicatePath(params.edition));
  const form = await readForm(request);
  const id = form.get('id');
  if (!isUuid(id)) return notFound();
  const values = editionFormValues(form);
  const take = PARTS.filter((part) => form.getAll('take').includes(part));
  const parsed = parseEditionForm(values);
  if ('faults' in parsed) return data({ id, values, take, faults: parsed.faults }, { status: 422 });
  const { slug } = await duplicateEdition(services, { viewer, scope, id, plan: parsed.plan, take: new Set(take) });
  return redirect(localePath(preparePath(slug)));
}

export default function DuplicateEdition({ loaderData, actionData }: Route.ComponentProps) {
  const { id, values, take } = actionData ?? loaderData;
  const words = {
    ...{ rooms: m.prepare_take_rooms(), slots: m.prepare_take_slots(), tracks: m.prepare_take_tracks() },
    ...{ sessions: m.prepare_take_sessions(), headings: m.prepare_take_headings(), speakers: m.prepare_take_speakers() },
  };
  return (
    <PrepareFrame edition={loaderData.edition} title={m.prepare_duplicate_title({ edition: loaderData.edition.name })} page={null}>
      <div className="wrap">
        <EditionForm
          values={values}
          faults={actionData?.faults ?? {}}
          submit={m.prepare_duplicate()}
          more={
            <fieldset>
              <legend className="label">{m.prepare_take()}</legend>
              <div className="ticks">
                {PARTS.map((part) => (
                  <Check key={part} name="take" value={part} label={words[part]} defaultChecked={take.includes(part)} />
                ))}
              </div>
              <p className="hint">{m.prepare_take_hint()}</p>
            </fieldset>
          }
        >
          <input type="hidden" name="id" value={id} />
        </EditionForm>
      </div>
    </PrepareFrame>
  );
}
