import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { cleanText } from '#app/model/text.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { noteVersion } from '#server/minutes/note-version.ts';
import { planPublication } from '#server/minutes/publication-plan.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/publish-minutes.route.ts';
import { PUBLISH, PublicationForm } from './publish-form.tsx';
import { EditorNoteForm, NOTE } from './publish-note.tsx';
import { noteRefusal, publicationRefusal } from './publish-refusal.ts';
import { PublicationSummary } from './publish-summary.tsx';
import { StateSteps } from './state-steps.tsx';
import './minutes.css';
import './publish.css';

/** Longest erratum, note of a version or editor's note; see the check of minutes_versions.note. */
const MAX_NOTE = 5000;

const pathOf = (meeting: string) => `/meetings/${meeting}/minutes/publish`;

export const meta: Route.MetaFunction = () => [{ title: `${m.versions_publish_title()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  return planPublication(services, scope);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return notFound();
  const form = await readForm(request);
  const text = (name: string) => {
    const typed = form.get(name);
    return typeof typed === 'string' ? typed : '';
  };
  const typed = { intent: text('intent'), reason: text('reason'), note: cleanText(text('note')) };
  const refuse = (fault: string, status: number, field: 'reason' | 'note' | null = null) => data({ typed, fault, field }, { status });
  const number = Number(text('number'));
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return refuse(m.versions_refused(), 400);
  const { length } = [...typed.note];
  if (length > MAX_NOTE) return refuse(m.versions_note_long({ length, max: MAX_NOTE }), 422, 'note');
  if (typed.intent === NOTE) {
    const noted = await noteVersion(services, scope, viewer, { number, text: typed.note });
    if (noted.ok) return redirect(localePath(`/minutes/${params.meeting}`));
    return noted.reason === 'note-empty' ? refuse(noteRefusal(noted), 422, 'note') : refuse(noteRefusal(noted), 409);
  }
  if (typed.intent !== PUBLISH) return refuse(m.versions_refused(), 400);
  const { reason, note } = typed;
  if (number > 1 && reason !== 'erratum' && reason !== 'publication') return refuse(m.versions_reason_missing(), 422, 'reason');
  const publication = await publishMinutes(services, scope, viewer, {
    ...{ number, note, reason: number > 1 && reason === 'erratum' ? 'erratum' : 'publication' },
    ...{ seen: text('seen') || undefined, knowingly: form.get('knowingly') === 'yes' },
  });
  if (publication.ok) return redirect(localePath(`/minutes/${params.meeting}`));
  if (publication.reason === 'not-allowed') return notFound();
  const empty = publication.reason === 'erratum-empty';
  return refuse(publicationRefusal(publication), empty ? 422 : 409, empty ? 'note' : null);
}

export default function PublishMinutes({ loaderData: plan, actionData, params }: Route.ComponentProps) {
  const prepare = `/meetings/${params.meeting}/minutes`;
  const crumbs = [
    { to: `/meetings/${params.meeting}`, label: frenchSpaces(plan.meeting.title) },
    { to: prepare, label: m.versions_prepare() },
  ];
  const failed = actionData ?? null;
  return (
    <div className="wrap page pub">
      <Breadcrumb crumbs={crumbs} />
      <h1>{m.versions_publish_title()}</h1>
      <StateSteps status={plan.status} zone={plan.meeting.timeZone} />
      {plan.empty ? (
        <div className="empty">
          <h2>{m.minutes_empty_notes_title()}</h2>
          <p>{m.minutes_empty_notes()}</p>
          <A className="btn" to={`/meetings/${params.meeting}/live`}>
            {m.minutes_open_notes()}
          </A>
        </div>
      ) : (
        <div className="pub__cols">
          <PublicationSummary plan={plan} meeting={params.meeting} />
          <PublicationForm plan={plan} meeting={params.meeting} failed={failed?.typed.intent === NOTE ? null : failed} />
        </div>
      )}
      {plan.status.latest > 0 ? (
        <EditorNoteForm number={plan.status.latest} failed={failed?.typed.intent === NOTE ? failed : null} meeting={params.meeting} />
      ) : null}
    </div>
  );
}
