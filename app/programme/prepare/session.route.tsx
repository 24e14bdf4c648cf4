import { data, Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { clashesOf } from '#app/model/programme-clashes.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { editSession } from '#server/programme/edit-session.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/session.route.ts';
import { seatsWords } from './change-words.ts';
import { clashKey, clashOnTile } from './clash-words.ts';
import { DetailsFields } from './language-choices.tsx';
import { loadProgramme } from './load-programme.server.ts';
import { parseDetails } from './parse-session-form.ts';
import { placeRefusalWords, whereWords } from './place-refusal.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { preparePath, sessionPath } from './prepare-path.ts';
import { readPlacement } from './read-placement.ts';
import { slotWords } from './slot-words.ts';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${loaderData?.session.title ?? ''} · ${m.prepare_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, sessionPath(params.edition, params.session));
  const { edition, programme, draft } = await loadProgramme(services, scope);
  const session = programme.sessions.find(({ slug }) => slug === params.session) ?? notFound();
  const { languages } = draft.sessions.find(({ id }) => id === session.id) ?? notFound();
  const clashes = clashesOf(programme).filter((clash) => (clash.sessions as readonly string[]).includes(session.id));
  const said = new URL(request.url).searchParams.get('said');
  return { edition, session, languages, programme, clashes, said: said === 'placed' || said === 'saved' ? said : null };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = sessionPath(params.edition, params.session);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const { programme } = await loadProgramme(services, scope);
  const { id: meetingId } = programme.sessions.find(({ slug }) => slug === params.session) ?? notFound();
  if (form.get('intent') === 'details') {
    const typed = { languages: form.getAll('languages').map(String), capacity: String(form.get('capacity') ?? '').slice(0, 40) };
    const details = parseDetails(typed);
    if ('fault' in details) return data({ refused: null, typed: null, details: { ...typed, fault: details.fault } }, { status: 422 });
    const edited = await editSession(services, { viewer, scope, meetingId, details });
    return edited.ok ? redirect(`${localePath(path)}?said=saved`) : notFound();
  }
  const placement = readPlacement(form);
  if (form.get('intent') !== 'place' || !placement) return notFound();
  const placed = await placeSession(services, { viewer, scope, meetingId, ...placement });
  if (placed.ok) return redirect(`${localePath(path)}?said=placed`);
  const now = await loadProgramme(services, scope);
  return data({ refused: placeRefusalWords(placed, now.programme), typed: placement.to, details: null }, { status: 409 });
}

export default function SessionOfProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, session, languages, programme, clashes, said } = loaderData;
  const { slots, rooms, tracks } = programme;
  // after a refusal what was chosen stays, over the revision that is stored now: sending it again goes over it knowingly
  const chosen = actionData?.typed ?? session;
  const title = frenchSpaces(session.title);
  const details = actionData?.details ?? { languages, capacity: String(session.capacity ?? ''), fault: undefined };
  return (
    <PrepareFrame edition={edition} title={title} page={null}>
      <div className="wrap pr-session stack">
        {said ? (
          <Notice look="ok" role="status">
            {said === 'placed' ? m.prepare_placed({ title, where: whereWords(session, programme) }) : m.prepare_saved()}
          </Notice>
        ) : null}
        {actionData?.refused ? (
          <Notice look="warn" role="alert">
            {actionData.refused}
          </Notice>
        ) : null}
        {clashes.map((clash) => (
          <Notice key={clashKey(clash)} look="warn">
            {clashOnTile(clash, session.id, programme.sessions)}
          </Notice>
        ))}
        <section aria-labelledby="place">
          <h2 id="place">{m.prepare_place_heading()}</h2>
          <Form method="post" className="stack" noValidate aria-labelledby="place">
            <input type="hidden" name="revision" value={session.revision} />
            <Field as="select" label={m.prepare_slot()} name="slot" defaultValue={chosen.slotId ?? ''}>
              <option value="">{m.prepare_where_unplaced()}</option>
              {slots
                .filter(({ kind }) => kind !== 'break')
                .map((slot) => (
                  <option key={slot.id} value={slot.id}>
                    {[slotWords(slot), frenchSpaces(slot.label)].filter(Boolean).join(', ')}
                  </option>
                ))}
            </Field>
            <div className="g2">
              <Field as="select" label={m.prepare_room()} name="room" defaultValue={chosen.roomId ?? ''}>
                <option value="">{m.prepare_no_room()}</option>
                {rooms.map((room) => (
                  <option key={room.id} value={room.id}>
                    {room.name}, {seatsWords(room.capacity)}
                  </option>
                ))}
              </Field>
              <Field as="select" label={m.prepare_track()} name="track" defaultValue={chosen.trackId ?? ''}>
                <option value="">{m.prepare_no_track()}</option>
                {tracks.map((track) => (
                  <option key={track.id} value={track.id}>
                    {track.name}
                  </option>
                ))}
              </Field>
            </div>
            <div className="row">
              <SubmitButton name="intent" value="place">
                {m.prepare_place()}
              </SubmitButton>
              <A className="btn btn--quiet" to={preparePath(edition.slug)}>
                {m.prepare_to_grid()}
              </A>
            </div>
          </Form>
        </section>
        <section aria-labelledby="details">
          <h2 id="details">{m.prepare_details_heading()}</h2>
          <Form method="post" className="stack" noValidate aria-labelledby="details">
            <DetailsFields languages={details.languages} capacity={details.capacity} fault={details.fault} />
            <div>
              <SubmitButton look="line" name="intent" value="details">
                {m.prepare_save()}
              </SubmitButton>
            </div>
          </Form>
        </section>
        <section aria-labelledby="more">
          <h2 id="more">{m.prepare_more_heading()}</h2>
          <ul className="pr-links">
            <li>
              <A to={`/meetings/${session.slug}/edit`}>{m.prepare_edit_meeting()}</A>
            </li>
            <li>
              <A to={`/meetings/${session.slug}/agenda`}>{m.prepare_edit_agenda()}</A>
            </li>
            <li>
              <A to={`/meetings/${session.slug}/attendees`}>{m.prepare_edit_people()}</A>
            </li>
            <li>
              <A to={`/meetings/${session.slug}/cancel`}>{m.prepare_withdraw()}</A>
            </li>
          </ul>
        </section>
      </div>
    </PrepareFrame>
  );
}
