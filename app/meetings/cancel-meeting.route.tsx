import { data, Form, redirect, useNavigation } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { MEETING_LIMITS } from '#app/model/meetings.ts';
import { cleanText } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { confirmedIn } from '#server/http/confirmed-in.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/cancel-meeting.route.ts';
import { CancelledMeeting } from './cancelled-meeting.tsx';
import './meetings.css';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.meetings_cancel_title()} : ${loaderData?.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/cancel`);
  const { slug, title, status, edtf, timeZone } = await findMeeting(services.db, scope);
  const told = await countTold(services.db, services, { meetingId: scope.meetingId, what: 'cancelled' });
  return { slug, title, status, told, when: formatWhen(whenOf(edtf), { zone: timeZone, locale: getLocale() }).full };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = `/meetings/${params.meeting}/cancel`;
  const scope = await organiseMeeting(services, viewer, params.meeting, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const typed = form.get('reason');
  const reason = cleanText(typeof typed === 'string' ? typed : '');
  const max = MEETING_LIMITS.cancelReason;
  if ([...reason].length > max) return data({ reason, fault: m.meetings_too_long({ max, length: [...reason].length }) }, { status: 422 });
  const cancelled = await cancelMeeting(services, { viewer, scope, reason, confirmed: confirmedIn(form) });
  if (!cancelled.ok && cancelled.reason === 'count_changed')
    return data({ reason, fault: m.outbox_confirm_ask({ count: cancelled.count }) }, { status: 409 });
  if (!cancelled.ok && cancelled.reason === 'has_minutes')
    return data({ reason, fault: m.meetings_discard_has_minutes() }, { status: 409 });
  return redirect(localePath(cancelled.ok && cancelled.was === 'draft' ? '/calendar' : `/meetings/${params.meeting}`));
}

export default function CancelMeeting({ loaderData: { slug, title, status, told, when }, actionData }: Route.ComponentProps) {
  const busy = useNavigation().formMethod === 'POST';
  if (status === 'cancelled') return <CancelledMeeting slug={slug} title={title} />;
  const draft = status === 'draft';
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${slug}`, label: title }]} />
      <h1>{draft ? m.meetings_discard_title() : m.meetings_cancel_title()}</h1>
      <p>
        <b>{title}</b>
        <br />
        {when}
      </p>
      <Notice look="warn">{draft ? m.meetings_discard_what() : m.meetings_cancel_what()}</Notice>
      <Form method="post" noValidate className="stack choose">
        <input type="hidden" name="confirmed" value={told} />
        {draft ? null : (
          <Field
            as="textarea"
            label={m.meetings_cancel_reason_label()}
            name="reason"
            hint={m.meetings_cancel_reason_hint()}
            defaultValue={actionData?.reason}
            error={actionData?.fault}
            rows={3}
            optional
          />
        )}
        {actionData ? <ErrorSummary faults={[{ ...(draft ? {} : { id: fieldId('reason') }), message: actionData.fault }]} /> : null}
        <div className="row">
          <SubmitButton look="danger" busy={busy && m.meetings_sending()}>
            {draft ? m.meetings_discard_confirm() : told > 0 ? m.outbox_confirm_cancel({ count: told }) : m.meetings_cancel_confirm()}
          </SubmitButton>
          <A className="btn btn--quiet" to={`/meetings/${slug}`}>
            {m.meetings_cancel_not()}
          </A>
        </div>
      </Form>
    </div>
  );
}
