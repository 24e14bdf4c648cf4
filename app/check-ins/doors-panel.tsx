import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { RoomCount } from '#db/check-ins/read-counts.ts';
import type { DoorRow } from '#db/check-ins/read-doors.ts';

type DoorFault = 'name' | 'full' | 'elsewhere';

interface DoorsPanelProps {
  edition: { slug: string };
  doors: DoorRow[];
  rooms: RoomCount[];
  now: string;
  newDoor: string;
  /** A form that was sent back, as it was filled in. */
  refused: { values: { id: string; name: string; place: string; countsOut: boolean }; reason: DoorFault } | null;
}

/** The doors, what their phones said last, and a form for one more. */
export function DoorsPanel({ edition, doors, rooms, now, newDoor, refused }: DoorsPanelProps) {
  const values = refused?.values ?? { id: newDoor, name: '', place: '', countsOut: false };
  const fault = refused ? faultWord(refused.reason) : undefined;
  return (
    <section aria-labelledby="t-doors">
      <h2 id="t-doors">{m.check_ins_doors()}</h2>
      {doors.length === 0 ? <p className="meta">{m.check_ins_no_doors()}</p> : null}
      <ul className="ci-doors">
        {doors.map((door) => (
          <li key={door.id}>
            <A to={`/editions/${edition.slug}/check-in/${door.id}`}>{door.name}</A>
            <span className="meta"> {door.session ?? m.check_ins_entrance()}</span>
            <p className="meta">
              {door.revokedAt ? <b>{m.check_ins_revoked_word()} </b> : null}
              {door.seenAt
                ? m.check_ins_seen({ ago: ago(door.seenAt, now), phones: m.check_ins_phones({ count: door.phones }) })
                : m.check_ins_never_seen()}
              {door.pending > 0 ? <b> {m.check_ins_pending({ count: door.pending })}</b> : null}
            </p>
          </li>
        ))}
      </ul>
      <h3>{m.check_ins_new_door()}</h3>
      <Form method="post" className="ci-form" noValidate>
        {fault ? <ErrorSummary faults={[{ id: fieldId('name'), message: fault }]} /> : null}
        <input type="hidden" name="intent" value="door" />
        <input type="hidden" name="id" value={values.id} />
        <Field label={m.check_ins_door_name()} name="name" defaultValue={values.name} maxLength={CHECK_LIMITS.doorName} error={fault} />
        <Field as="select" label={m.check_ins_door_place()} name="place" defaultValue={values.place}>
          <option value="">{m.check_ins_entrance()}</option>
          {rooms.map(({ meetingId, title, room }) => (
            <option key={meetingId} value={meetingId ?? ''}>
              {[title, room].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Field>
        <label className="check">
          <input type="checkbox" name="countsOut" defaultChecked={values.countsOut} /> {m.check_ins_counts_out()}
        </label>
        <SubmitButton>{m.check_ins_make_door()}</SubmitButton>
      </Form>
    </section>
  );
}

function faultWord(reason: DoorFault): string {
  if (reason === 'name') return m.check_ins_door_name_missing();
  return reason === 'full' ? m.check_ins_doors_full({ count: CHECK_LIMITS.doors }) : m.check_ins_door_elsewhere();
}

function ago(instant: string, now: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 1000));
  const format = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'always' });
  if (seconds < 90) return format.format(-seconds, 'second');
  return seconds < 5400 ? format.format(-Math.round(seconds / 60), 'minute') : format.format(-Math.round(seconds / 3600), 'hour');
}
