import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { LEAD_WORDS } from '#app/mail-preferences/words.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { REMINDER_LEADS, type ReminderLead } from '#app/model/mail-preferences.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Check } from '#app/ui/check.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { findMeetingLeads } from '#db/reminders/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { refuse } from '#server/refusals.ts';
import { chooseLeads } from '#server/reminders/choose-leads.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/meeting-reminders.route.ts';
import '#app/mail-preferences/mail-preferences.css';
import { EACH, leadsIn, OWN, parseLeads, writeLeads } from './read-leads.ts';

const pathOf = (meeting: string) => `/meetings/${meeting}/reminders`;

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.reminders_title()} : ${loaderData?.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const [meeting, leads] = await Promise.all([findMeeting(services.db, scope), findMeetingLeads(services.db, scope)]);
  const { slug, title, edtf, timeZone } = meeting;
  const date = whenOf(edtf);
  const when = formatWhen(date, { zone: timeZone, locale: getLocale() }).full;
  const vague = !['time', 'day', 'span'].includes(date.kind);
  return { slug, title, when, vague, leads, saved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.meeting);
  const scope = await organiseMeeting(services, viewer, params.meeting, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const sent = leadsIn(form);
  const chosen = await chooseLeads(services, { viewer, scope, leads: sent, before: parseLeads(form.get('before')) });
  return chosen.ok ? redirect(localePath(`${path}?done=saved`)) : data({ sent }, { status: 409 });
}

/** Which reminders a meeting has of its own. */
export default function MeetingReminders({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, title, when, vague, leads, saved } = loaderData;
  const shown = actionData ? actionData.sent : leads;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${slug}`, label: title }]} />
      <h1>{m.reminders_title()}</h1>
      <p>
        <b>{title}</b>
        <br />
        {when}
      </p>
      {vague ? <Notice>{m.reminders_vague()}</Notice> : null}
      {saved && !actionData ? (
        <Notice look="ok" role="status">
          {m.reminders_saved()}
        </Notice>
      ) : null}
      {actionData ? (
        <Notice look="warn" role="alert">
          {m.reminders_conflict({ stored: wordsOf(leads) })}
        </Notice>
      ) : null}
      <Form method="post" className="stack choose" key={writeLeads(leads)}>
        <input type="hidden" name="before" value={writeLeads(leads)} />
        <fieldset className="mailprefs__kind">
          <legend className="label">{m.reminders_legend()}</legend>
          <Check
            type="radio"
            name="mode"
            value={EACH}
            defaultChecked={shown === null}
            label={m.reminders_each()}
            hint={m.reminders_each_hint()}
          />
          <Check
            type="radio"
            name="mode"
            value={OWN}
            defaultChecked={shown !== null}
            label={m.reminders_own()}
            hint={m.reminders_own_hint()}
          />
        </fieldset>
        <fieldset className="mailprefs__kind">
          <legend className="label">{m.reminders_when()}</legend>
          <div className="mailprefs__choices">
            {REMINDER_LEADS.map((lead) => (
              <Check key={lead} name="leads" value={lead} defaultChecked={(shown ?? ['day']).includes(lead)} label={LEAD_WORDS[lead]()} />
            ))}
          </div>
        </fieldset>
        <div className="row">
          <SubmitButton>{m.reminders_save()}</SubmitButton>
          <A className="btn btn--quiet" to={`/meetings/${slug}/attendees`}>
            {m.reminders_back()}
          </A>
        </div>
      </Form>
    </div>
  );
}

function wordsOf(leads: readonly ReminderLead[] | null): string {
  if (leads === null) return m.reminders_each();
  return leads.length > 0 ? leads.map((lead) => LEAD_WORDS[lead]()).join(', ') : m.reminders_none();
}
