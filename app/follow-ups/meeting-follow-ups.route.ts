import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { enterRoom, leadMeeting } from '#server/facilitation/access.ts';
import { closeFollowUp } from '#server/follow-ups/close-follow-up.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/meeting-follow-ups.route.ts';

/** Where a form without scripts comes back to; there is nothing to read here. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  await enterRoom(services, viewer, params.meeting);
  return redirect(localePath(`/meetings/${params.meeting}`));
}

/** « Faite », said at the opening of a meeting by whoever leads it; answered with JSON for scripts that ask so. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await leadMeeting(services, viewer, params.meeting);
  if (!viewer) return refuse(viewer, `/meetings/${params.meeting}`);
  const form = await readForm(request);
  const id = parseUuid(form.get('followUp')) ?? notFound();
  const closed = await closeFollowUp(services, { viewer, scope, id, done: form.get('done') !== 'no' });
  if (!closed.ok) return notFound();
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } });
  return redirect(localePath(`/meetings/${params.meeting}${form.get('from') === 'live' ? '/live' : ''}`));
}
