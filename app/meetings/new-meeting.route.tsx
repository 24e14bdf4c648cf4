import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readGroup } from '#db/groups/read.ts';
import { listOrganisedGroups, listThemeNames, listZonesOfGroup } from '#db/meetings/read-form.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-meeting.route.ts';
import { ChooseGroup } from './choose-group.tsx';
import { zonesToShow } from './clock-zones.ts';
import { formChoices } from './form-choices.ts';
import { FORM_ID, MeetingFormPage } from './meeting-form-page.tsx';
import { emptyValues, valuesOfForm } from './meeting-form-values.ts';
import { parseMeetingForm } from './parse-meeting-form.ts';
import { previewMeeting, shiftTo } from './preview-meeting.ts';

export const handle = { interactive: true };

export function meta() {
  return [{ title: `${m.meetings_new_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const slug = new URL(request.url).searchParams.get('group');
  if (!viewer) return refuse(viewer, slug ? `/meetings/new?group=${encodeURIComponent(slug)}` : '/meetings/new');
  if (!slug) {
    const groups = await listOrganisedGroups(services.db, await enterNetwork(services, viewer));
    const [only, second] = groups;
    if (!only) return notFound();
    if (!second) throw redirect(`${localePath('/meetings/new')}?group=${only.slug}`);
    return { step: 'group' as const, groups };
  }
  const scope = await organiseGroup(services, viewer, slug);
  const group = await readGroup(services.db, scope);
  const zones = zonesToShow(group.timeZone, await listZonesOfGroup(services.db, scope, { limit: 4 }));
  const values = emptyValues(group);
  const [locale, now] = [getLocale(), services.clock.now().toString()];
  return {
    step: 'form' as const,
    id: crypto.randomUUID(),
    group: { slug: group.slug, name: group.name },
    values,
    choices: formChoices(await listThemeNames(services.db, scope), locale),
    preview: previewMeeting(values, { zones, locale, now }),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const slug = new URL(request.url).searchParams.get('group') ?? '';
  const scope = await organiseGroup(services, viewer, slug, '/meetings/new');
  const form = await readForm(request);
  const intent = form.get('intent');
  const shift = form.get('shift');
  const values = typeof shift === 'string' ? shiftTo(valuesOfForm(form), shift) : valuesOfForm(form);
  const { timeZone } = await readGroup(services.db, scope);
  const zones = zonesToShow(timeZone, await listZonesOfGroup(services.db, scope, { limit: 4 }));
  const preview = previewMeeting(values, { zones, locale: getLocale(), now: services.clock.now().toString() });
  const id = parseUuid(form.get('id'));
  if (typeof shift === 'string' || (intent !== 'publish' && intent !== 'draft')) return { values, preview, faults: {} };
  const parsed = parseMeetingForm(values);
  if ('faults' in parsed) return data({ values, preview, faults: parsed.faults }, { status: 422 });
  if (!viewer || !id) return notFound();
  const planned = await planMeeting(services, { viewer, scope, id, plan: parsed.plan, announce: intent === 'publish' });
  return redirect(localePath(`/meetings/${planned.slug}`));
}

/** Asking for the hours elsewhere changes nothing that a loader reads. */
export function shouldRevalidate() {
  return false;
}

export default function NewMeeting({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.step === 'group') return <ChooseGroup groups={loaderData.groups} />;
  const { id, group, choices } = loaderData;
  const { values, preview, faults } = actionData ?? { ...loaderData, faults: {} };
  return (
    <MeetingFormPage
      heading={m.meetings_new_title()}
      crumbs={[{ to: `/groups/${group.slug}`, label: group.name }]}
      enter="draft"
      {...{ values, faults, choices, preview }}
      actions={(busy) => (
        <>
          <SubmitButton form={FORM_ID} name="intent" value="publish" size="lg" wide busy={busy && m.meetings_sending()}>
            {m.meetings_publish()}
          </SubmitButton>
          <SubmitButton form={FORM_ID} name="intent" value="draft" look="line" wide>
            {m.meetings_keep_draft()}
          </SubmitButton>
          <p className="meta">{m.meetings_publish_hint()}</p>
          <p className="meta">
            <A to={`/groups/${group.slug}/series/new`}>{m.series_new_meeting_link()}</A>
          </p>
        </>
      )}
    >
      <input type="hidden" name="id" value={id} />
    </MeetingFormPage>
  );
}
