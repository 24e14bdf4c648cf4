import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/frame.route.ts';
import { actOnFrame, DEEDS, type FrameAnswer, NOUNS } from './act-on-frame.server.ts';
import { seatsWords } from './change-words.ts';
import { FrameItem } from './frame-item.tsx';
import { FrameSection } from './frame-section.tsx';
import { loadProgramme } from './load-programme.server.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { preparePath } from './prepare-path.ts';
import { SlotFields } from './slot-fields.tsx';
import { slotKindName, slotWords } from './slot-words.ts';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.prepare_frame_title()} : ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, preparePath(params.edition, 'frame'));
  const { edition, draft } = await loadProgramme(services, scope);
  const ids = { slot: crypto.randomUUID(), room: crypto.randomUUID(), track: crypto.randomUUID() };
  return { edition, slots: draft.slots, rooms: draft.rooms, tracks: draft.tracks, days: daysOf(edition), ids };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = preparePath(params.edition, 'frame');
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const noun = NOUNS.find((one) => one === form.get('noun'));
  const deed = DEEDS.find((one) => one === form.get('deed'));
  const id = parseUuid(form.get('id'));
  if (!noun || !deed || !id) return notFound();
  const answer = await actOnFrame(services, { viewer, scope, noun, deed, id, form });
  return answer ? data(answer, { status: answer.refusal ? 409 : 422 }) : redirect(`${localePath(path)}#${noun}s`);
}

function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string[] {
  const [first, last] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
  const count = Math.min(first.until(last).total('days') + 1, EDITION_LIMITS.days);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

export default function Frame({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, slots, rooms, tracks, days, ids } = loaderData;
  const answer: FrameAnswer | null = actionData ?? null;
  return (
    <PrepareFrame edition={edition} title={m.prepare_frame_title()} page="frame">
      <div className="wrap pr-frame">
        <FrameSection
          {...{ noun: 'slot', title: m.prepare_slots(), hint: m.prepare_slots_hint(), add: m.prepare_add_slot(), newId: ids.slot, answer }}
          fields={(id, own) => (
            <SlotFields
              id={`f-${id}`}
              days={days}
              values={own?.typed ?? { kind: 'sessions', day: slots.at(-1)?.day ?? days[0] ?? '' }}
              faults={own?.faults ?? {}}
            />
          )}
        >
          <ol className="pr-items">
            {slots.map((slot) => (
              <FrameItem
                key={slot.id}
                {...{ noun: 'slot', id: slot.id, revision: slot.revision, order: null, answer }}
                title={sentenceCase(slotWords(slot))}
                detail={
                  slot.kind === 'break'
                    ? frenchSpaces(slot.label)
                    : [slot.kind === 'plenary' ? slotKindName(slot.kind) : '', frenchSpaces(slot.label)].filter(Boolean).join(', ')
                }
                fields={(own) => (
                  <SlotFields id={`f-${slot.id}`} days={days} values={own?.typed ?? typedOf(slot)} faults={own?.faults ?? {}} />
                )}
              />
            ))}
          </ol>
        </FrameSection>
        <FrameSection
          {...{ noun: 'room', title: m.prepare_rooms(), hint: m.prepare_rooms_hint(), add: m.prepare_add_room(), newId: ids.room, answer }}
          fields={(id, own) => <RoomFields id={id} own={own} name="" capacity={null} />}
        >
          <ol className="pr-items">
            {rooms.map((room, index) => (
              <FrameItem
                key={room.id}
                {...{ noun: 'room', id: room.id, revision: room.revision, answer, title: room.name }}
                order={{ first: index === 0, last: index === rooms.length - 1 }}
                detail={seatsWords(room.capacity)}
                fields={(own) => <RoomFields id={room.id} own={own} name={room.name} capacity={room.capacity} />}
              />
            ))}
          </ol>
        </FrameSection>
        <FrameSection
          {...{
            noun: 'track',
            title: m.prepare_tracks(),
            hint: m.prepare_tracks_hint(),
            add: m.prepare_add_track(),
            newId: ids.track,
            answer,
          }}
          fields={(id, own) => <TrackFields id={id} own={own} name="" />}
        >
          <ol className="pr-items">
            {tracks.map((track, index) => (
              <FrameItem
                key={track.id}
                {...{ noun: 'track', id: track.id, revision: track.revision, answer, title: track.name }}
                order={{ first: index === 0, last: index === tracks.length - 1 }}
                fields={(own) => <TrackFields id={track.id} own={own} name={track.name} />}
              />
            ))}
          </ol>
        </FrameSection>
        <p className="pr-on">
          <A className="btn" to={preparePath(edition.slug)}>
            {m.prepare_to_grid()}
          </A>
        </p>
      </div>
    </PrepareFrame>
  );
}

function typedOf({ kind, label, day, startsAt, endsAt, toConfirm }: ProgrammeSlot) {
  return { kind, label, day, startsAt, endsAt, toConfirm: toConfirm ? 'on' : '' };
}

interface OwnFields {
  id: string;
  own: FrameAnswer | null;
  name: string;
}

function RoomFields({ id, own, name, capacity }: OwnFields & { capacity: number | null }) {
  return (
    <div className="pr-fields">
      <TrackFields id={id} own={own} name={name} />
      <Field
        id={`f-${id}-capacity`}
        label={m.prepare_capacity()}
        name="capacity"
        inputMode="numeric"
        autoComplete="off"
        optional
        defaultValue={own?.typed.capacity ?? capacity ?? ''}
        error={own?.faults.capacity}
      />
    </div>
  );
}

function TrackFields({ id, own, name }: OwnFields) {
  return (
    <Field
      id={`f-${id}-name`}
      label={m.prepare_name()}
      name="name"
      autoComplete="off"
      required
      defaultValue={own?.typed.name ?? name}
      error={own?.faults.name}
    />
  );
}
