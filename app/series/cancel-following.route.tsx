import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { MEETING_LIMITS } from '#app/model/meetings.ts';
import { parseRevision } from '#app/model/revision.ts';
import { cleanText } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { isDay, whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findSeries } from '#db/series/read.ts';
import { countInvited, listFollowing } from '#db/series/read-following.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { organiseSeries } from '#server/series/access.ts';
import { cancelFollowing } from '#server/series/cancel-following.ts';
import type { Route } from './+types/cancel-following.route.ts';
import './series.css';

const MEETINGS = 300;
const pathOf = (series: string) => `/series/${series}/cancel`;

export function meta() {
  return [{ title: `${m.series_cancel_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseSeries(services, viewer, parseUuid(params.series), pathOf(params.series));
  const since = new URL(request.url).searchParams.get('since') ?? '';
  if (!isDay(since)) return notFound();
  const now = services.clock.now().toString();
  const [{ id, title, revision }, following] = await Promise.all([
    findSeries(services.db, scope),
    listFollowing(services.db, scope, { since, now, limit: MEETINGS }),
  ]);
  const meetings = following.filter(({ status }) => status !== 'cancelled');
  const ids = meetings.map((meeting) => meeting.id);
  return {
    ...{ id, title, revision, since },
    told: await countInvited(services.db, scope, ids),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      when: formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale: getLocale() }).full,
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseSeries(services, viewer, parseUuid(params.series), pathOf(params.series));
  if (!viewer) return refuse(viewer, pathOf(params.series));
  const form = await readForm(request);
  const typed = form.get('reason');
  const reason = cleanText(typeof typed === 'string' ? typed : '');
  const max = MEETING_LIMITS.cancelReason;
  const length = [...reason].length;
  if (length > max) return data({ reason, fault: m.meetings_too_long({ max, length }) }, { status: 422 });
  const since = new URL(request.url).searchParams.get('since') ?? '';
  const revision = parseRevision(form.get('revision'));
  if (!isDay(since) || !revision) return notFound();
  const expected = Number(form.get('expected'));
  const cancelled = await cancelFollowing(services, { viewer, scope, revision, since, expected, reason });
  if (cancelled.ok) return redirect(`${localePath(`/series/${scope.seriesId}`)}?changed`);
  const fault = cancelled.reason === 'conflict' ? m.series_conflict() : m.series_meetings_changed();
  return data({ reason, fault }, { status: 409 });
}

export default function CancelFollowing({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, revision, meetings, told } = loaderData;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/series/${id}`, label: title }]} />
      <h1>{m.series_cancel_title()}</h1>
      <p>{m.series_cancel_what({ count: meetings.length })}</p>
      <ul>
        {meetings.map((meeting) => (
          <li key={meeting.id}>{meeting.when}</li>
        ))}
      </ul>
      <Notice look="warn">{told > 0 ? m.series_cancel_told({ count: told }) : m.series_cancel_told_none()}</Notice>
      {meetings.length > 0 ? (
        <Form method="post" noValidate className="stack choose">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="expected" value={meetings.length} />
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
          <ErrorSummary faults={actionData ? [{ id: fieldId('reason'), message: actionData.fault }] : []} />
          <div className="row">
            <SubmitButton look="danger">{m.series_cancel_confirm({ count: meetings.length })}</SubmitButton>
            <A className="btn btn--quiet" to={`/series/${id}`}>
              {m.meetings_cancel_not()}
            </A>
          </div>
        </Form>
      ) : null}
    </div>
  );
}
