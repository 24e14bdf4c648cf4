import { data, Form, redirect, useNavigation } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parsePoll } from '#app/model/live-polls.ts';
import { isUuid, parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { listAgenda } from '#db/agenda/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { readForm } from '#server/http/read-form.ts';
import { leadPolls } from '#server/live-polls/access.ts';
import { openPoll } from '#server/live-polls/open-poll.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/open-poll.route.ts';
import { openingFault } from './poll-dialog.tsx';
import { PollFields } from './poll-fields.tsx';
import { emptyPollForm, readPollForm } from './poll-form-values.ts';
import { faultWords } from './poll-words.ts';
import '#app/notes/plain-form.css';
import './live-polls.css';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.live_polls_new_title()} · ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope } = await leadPolls(services, viewer, params.meeting);
  const [{ slug, title }, agenda, { current }] = await Promise.all([
    findMeeting(services.db, scope),
    listAgenda(services.db, scope),
    readFacilitation(services, scope.meetingId),
  ]);
  const asked = parseUuid(new URL(request.url).searchParams.get('point'));
  const points = agenda.map((item) => ({ id: item.id, title: item.title }));
  const point = points.find(({ id }) => id === (asked ?? current?.agendaItemId)) ?? points[0];
  return { meeting: { slug, title }, points, values: emptyPollForm(crypto.randomUUID(), point?.id ?? '') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const leader = await leadPolls(services, viewer, params.meeting);
  const values = readPollForm(await readForm(request));
  if (!isUuid(values.id) || !isUuid(values.point)) return notFound();
  const asked = parsePoll(values);
  if ('faults' in asked) return data({ values, faults: faultWords(asked.faults) }, { status: 422 });
  const opened = await openPoll(services, leader, { id: values.id, agendaItemId: values.point, asked });
  if (opened.ok) return redirect(localePath(`/meetings/${params.meeting}/live?pane=records#t-poll`));
  return data({ values, faults: [openingFault(opened.reason)] }, { status: 409 });
}

export default function OpenPoll({ loaderData: { meeting, points, values }, actionData }: Route.ComponentProps) {
  const busy = useNavigation().formMethod === 'POST';
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{m.live_polls_new_title()}</h1>
      {points.length === 0 ? (
        <Notice>{m.live_polls_no_agenda()}</Notice>
      ) : (
        <Form method="post" noValidate className="plain-form">
          <PollFields values={actionData?.values ?? values} faults={actionData?.faults ?? []} points={points} />
          <div className="row">
            <SubmitButton busy={busy && m.live_polls_sending()}>{m.live_polls_open()}</SubmitButton>
            <A className="btn btn--quiet" to={`/meetings/${meeting.slug}/live`}>
              {m.live_polls_back()}
            </A>
          </div>
        </Form>
      )}
    </div>
  );
}
