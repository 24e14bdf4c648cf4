import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sessionPath } from '#app/programme/prepare/prepare-path.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { listThemeNames, listZonesOfGroup } from '#db/meetings/read-form.ts';
import { standsInProgramme } from '#db/programme/read-placement.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { confirmedIn } from '#server/http/confirmed-in.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-meeting.route.ts';
import { CancelledMeeting } from './cancelled-meeting.tsx';
import { type Clash, clashesOf, readBase, takeTheirs, wordingsOf } from './clash.ts';
import { ClashChoices } from './clash-choices.tsx';
import { zonesToShow } from './clock-zones.ts';
import { formChoices } from './form-choices.ts';
import { FORM_ID, MeetingFormPage } from './meeting-form-page.tsx';
import { type MeetingFormValues, valuesOfForm, valuesOfMeeting } from './meeting-form-values.ts';
import { type Faults, parseMeetingForm } from './parse-meeting-form.ts';
import { type MeetingPreview, previewMeeting, shiftTo } from './preview-meeting.ts';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.meetings_edit_title()} : ${loaderData?.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/edit`);
  const meeting = await findMeeting(services.db, scope);
  const zones = zonesToShow(meeting.timeZone, await listZonesOfGroup(services.db, scope, { limit: 4 }));
  const values = valuesOfMeeting(meeting);
  const [locale, now] = [getLocale(), services.clock.now().toString()];
  const themes = await listThemeNames(services.db, scope);
  const draft = meeting.status === 'draft';
  const placed = await standsInProgramme(services.db, scope);
  return {
    programme: placed && meeting.editionSlug ? sessionPath(meeting.editionSlug, meeting.slug) : null,
    invites: draft ? await countTold(services.db, services, { meetingId: scope.meetingId, what: 'announced' }) : 0,
    ...{ slug: meeting.slug, title: meeting.title, status: meeting.status, revision: meeting.revision, values },
    base: JSON.stringify(wordingsOf(meeting, locale)),
    choices: formChoices([...new Set([...meeting.themes, ...themes])], locale),
    preview: previewMeeting(values, { zones, locale, now }),
  };
}

interface Answer {
  values: MeetingFormValues;
  preview: MeetingPreview;
  faults: Faults;
  clashes: Clash[];
  /** What the form is filled from now: after a conflict, the colleague's version. */
  filledFrom: { revision: number; base: string } | null;
  /** So many people get a mail when it is sent like this: to be confirmed. */
  confirm: { what: 'updated' | 'announced'; count: number } | null;
  /** It would leave the place that the programme of its edition gives it. */
  inProgramme: boolean;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/edit`);
  if (!viewer) return refuse(viewer, `/meetings/${params.meeting}/edit`);
  const form = await readForm(request);
  const [intent, shift, locale] = [form.get('intent'), form.get('shift'), getLocale()];
  const current = await findMeeting(services.db, scope);
  const typed = takeTheirs(valuesOfForm(form), form, current);
  const values = typeof shift === 'string' ? shiftTo(typed, shift) : typed;
  const zones = zonesToShow(current.timeZone, await listZonesOfGroup(services.db, scope, { limit: 4 }));
  const preview = previewMeeting(values, { zones, locale, now: services.clock.now().toString() });
  const answer: Answer = { values, preview, faults: {}, clashes: [], filledFrom: null, confirm: null, inProgramme: false };
  if (typeof shift === 'string' || (intent !== 'save' && intent !== 'publish')) return answer;
  const parsed = parseMeetingForm(values);
  if ('faults' in parsed) return data({ ...answer, faults: parsed.faults }, { status: 422 });
  const { plan } = parsed;
  const revision = Number(form.get('revision'));
  const edited = await editMeeting(services, {
    viewer,
    scope,
    revision,
    plan,
    announce: intent === 'publish',
    confirmed: confirmedIn(form),
  });
  if (edited.ok || edited.reason === 'cancelled') return redirect(localePath(`/meetings/${params.meeting}`));
  if (edited.reason === 'in_programme') return data({ ...answer, inProgramme: true }, { status: 409 });
  if (edited.reason === 'count_changed') return data({ ...answer, confirm: { what: edited.what, count: edited.count } }, { status: 409 });
  const clashes = clashesOf({ plan, current: edited.current, base: readBase(form.get('base')), locale });
  const filledFrom = { revision: edited.current.revision, base: JSON.stringify(wordingsOf(edited.current, locale)) };
  return data({ ...answer, clashes, filledFrom }, { status: 409 });
}

/** The form keeps what it was filled from: a newer version is shown as a conflict when it is sent, never slipped under it. */
export function shouldRevalidate() {
  return false;
}

export default function EditMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, title, status, choices, programme } = loaderData;
  if (status === 'cancelled') return <CancelledMeeting slug={slug} title={title} />;
  const nothing = { faults: {}, clashes: [], filledFrom: null, confirm: null, inProgramme: false };
  const { values, preview, faults, clashes, filledFrom, confirm, inProgramme } = actionData ?? { ...loaderData, ...nothing };
  const { revision, base } = filledFrom ?? loaderData;
  const draft = status === 'draft';
  const invites = confirm?.what === 'announced' ? confirm.count : loaderData.invites;
  return (
    <MeetingFormPage
      heading={m.meetings_edit_title()}
      crumbs={[{ to: `/meetings/${slug}`, label: title }]}
      enter="save"
      {...{ values, faults, choices, preview }}
      actions={(busy) => (
        <>
          {clashes.length > 0 ? (
            <Notice look="warn">
              <a href="#clash-title">{m.meetings_clash_title()}</a>
            </Notice>
          ) : null}
          {confirm ? (
            <Notice look="warn" role="alert">
              {m.outbox_confirm_ask({ count: confirm.count })}
            </Notice>
          ) : null}
          {draft ? (
            <SubmitButton form={FORM_ID} name="intent" value="publish" size="lg" wide busy={busy && m.meetings_sending()}>
              {invites > 0 ? m.outbox_confirm_announce({ count: invites }) : m.meetings_publish()}
            </SubmitButton>
          ) : null}
          <SubmitButton
            form={FORM_ID}
            name="intent"
            value="save"
            wide
            {...(draft ? { look: 'line' } : { size: 'lg' })}
            busy={busy && !draft && m.meetings_sending()}
          >
            {draft ? m.meetings_keep_draft() : confirm ? m.outbox_confirm_update({ count: confirm.count }) : m.meetings_save_changes()}
          </SubmitButton>
          <p className="meta">{draft ? m.meetings_publish_hint() : m.meetings_save_hint()}</p>
          <A to={`/meetings/${slug}/cancel`}>{draft ? m.meetings_discard_link() : m.meetings_cancel_link()}</A>
        </>
      )}
    >
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="confirmed" value={confirm?.count ?? invites} />
      <input type="hidden" name="base" value={base} />
      {programme ? (
        <Notice {...(inProgramme ? { look: 'warn', role: 'alert' } : {})}>
          {m.prepare_in_programme()} <A to={programme}>{m.prepare_in_programme_link()}</A>
        </Notice>
      ) : null}
      <ClashChoices clashes={clashes} />
    </MeetingFormPage>
  );
}
