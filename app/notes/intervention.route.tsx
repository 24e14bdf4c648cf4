import { data, Form, redirect, useNavigation } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ATTENDANCE_LIMITS } from '#app/model/attendance.ts';
import { parseIntervention } from '#app/model/intervention.ts';
import { isUuid, parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { listAgenda } from '#db/agenda/read.ts';
import { listAttendees } from '#db/attendance/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { addIntervention } from '#server/notes/add-intervention.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { type RequestOf, requestOf } from '#server/request-context.ts';
import type { Route } from './+types/intervention.route.ts';
import { InterventionFields } from './intervention-fields.tsx';
import { emptyIntervention, namedPeople, readInterventionForm } from './intervention-form.ts';
import { interventionFaults, interventionRefusal } from './intervention-words.ts';
import { anchorOf } from './live-point.ts';
import { participantOf } from './participant.ts';
import './plain-form.css';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.intervention_title()} · ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

/** Gate: whoever may read the notes comes this far, and is told when they may not write. */
async function enter({ services, viewer }: RequestOf, slug: string) {
  const scope = await enterMeeting(services, viewer, slug);
  if (!viewer || !scope.can.readNotes) return refuse(viewer, `/meetings/${slug}/live/intervention`);
  const [agenda, attendees] = await Promise.all([
    listAgenda(services.db, scope),
    listAttendees(services.db, scope, { limit: ATTENDANCE_LIMITS.attendees }),
  ]);
  const participants = attendees.filter(({ answer }) => answer !== 'declined').map(participantOf);
  return { viewer, scope, points: agenda.map(({ id, title }) => ({ id, title })), participants };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asking = requestOf(context);
  const { scope, points, participants } = await enter(asking, params.meeting);
  const [{ slug, title }, { current }] = await Promise.all([
    findMeeting(asking.services.db, scope),
    readFacilitation(asking.services, scope.meetingId),
  ]);
  const search = new URL(request.url).searchParams;
  const wanted = parseUuid(search.get('point')) ?? parseUuid(search.get('added')) ?? current?.agendaItemId;
  const point = points.find(({ id }) => id === wanted) ?? points[0];
  return {
    meeting: { slug, title },
    ...{ points, participants },
    id: crypto.randomUUID(),
    values: emptyIntervention(point?.id ?? ''),
    added: points.find(({ id }) => id === search.get('added')) ?? null,
    faults: scope.can.writeNotes ? [] : [interventionRefusal('read-only')],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const asking = requestOf(context);
  const { viewer, scope, points, participants } = await enter(asking, params.meeting);
  const form = await readForm(request);
  const id = form.get('id');
  if (!isUuid(id)) return notFound();
  const values = readInterventionForm(form);
  const answer = (faults: FieldFault[], status: number) => data({ id, values, faults }, { status });
  const parsed = parseIntervention(values, { sections: points.map((point) => point.id), people: namedPeople(participants) });
  if ('faults' in parsed) return answer(interventionFaults(parsed.faults), 422);
  const added = await addIntervention(asking.services, { viewer, scope }, { id, intervention: parsed.intervention });
  if (!added.ok) return answer([interventionRefusal(added.reason)], 409);
  return redirect(localePath(`/meetings/${params.meeting}/live/intervention?added=${values.section}`));
}

export default function AddIntervention({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, points, participants, added } = loaderData;
  const { id, values, faults } = actionData ?? loaderData;
  const busy = useNavigation().formMethod === 'POST';
  const notes = `/meetings/${meeting.slug}/live`;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{m.intervention_title()}</h1>
      {added && !actionData ? (
        <Notice look="ok" role="status">
          {m.intervention_added({ title: added.title })} <A to={`${notes}?pane=notes#${anchorOf(added.id)}`}>{m.intervention_back()}</A>
        </Notice>
      ) : null}
      <p>{points.length === 0 ? m.intervention_no_agenda() : m.intervention_what()}</p>
      {points.length === 0 ? null : (
        <Form method="post" action={localePath(`${notes}/intervention`)} noValidate className="plain-form" key={id}>
          <input type="hidden" name="id" value={id} />
          <InterventionFields values={values} faults={faults} points={points} participants={participants} />
          <div className="row">
            <SubmitButton busy={busy && m.intervention_sending()}>{m.notes_form_save()}</SubmitButton>
            <A className="btn btn--quiet" to={notes}>
              {m.intervention_back()}
            </A>
          </div>
        </Form>
      )}
    </div>
  );
}
