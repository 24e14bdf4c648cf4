import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { CHOSEN_STATES, type FollowUpKind } from '#app/model/follow-ups.ts';
import { formatDay } from '#app/model/format-when.ts';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { FollowUpFormValues } from './follow-up-form-values.ts';
import { stateName } from './follow-up-state.tsx';

interface FollowUpConflictProps {
  kind: FollowUpKind;
  /** What somebody else saved meanwhile. */
  theirs: FollowUpFormValues;
  /** What was typed, still in the form below. */
  yours: FollowUpFormValues;
  /** People and organisations of the form, to name them. */
  names: readonly { id: string; name: string }[];
}

/** Both versions, field by field; saving the form below decides. */
export function FollowUpConflict({ kind, theirs, yours, names }: FollowUpConflictProps) {
  const wordFor = (field: keyof FollowUpFormValues, values: FollowUpFormValues): string => {
    const value = values[field];
    if (field === 'owner')
      return value === '' ? m.follow_ups_nobody() : value === 'text' ? values.ownerName : nameOf(value.slice(2), names);
    if (field === 'contact') return value === '' ? m.follow_ups_contact_none() : nameOf(value, names);
    if (field === 'dueOn') return parseIsoDay(value) ? formatDay(value, getLocale()) : m.follow_ups_no_date();
    if (field !== 'state') return value;
    const state = CHOSEN_STATES.find((one) => one === value);
    return state ? stateName(kind, state) : value;
  };
  const fields = LABELS.filter(([field]) => theirs[field] !== yours[field]);
  return (
    <Notice look="warn" role="alert">
      <b>{m.follow_ups_conflict()}</b>
      <p>{m.follow_ups_conflict_what()}</p>
      <table className="tbl both">
        <thead>
          <tr>
            <th scope="col">{m.follow_ups_conflict_field()}</th>
            <th scope="col">{m.follow_ups_conflict_theirs()}</th>
            <th scope="col">{m.follow_ups_conflict_yours()}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([field, label]) => (
            <tr key={field}>
              <th scope="row">{label()}</th>
              <td className="pre">{wordFor(field, theirs)}</td>
              <td className="pre">{wordFor(field, yours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}

const LABELS: readonly [keyof FollowUpFormValues, () => string][] = [
  ['owner', m.follow_ups_owner],
  ['contact', m.follow_ups_contact],
  ['dueOn', m.follow_ups_due],
  ['state', m.follow_ups_state],
  ['outcome', m.follow_ups_outcome],
];

const nameOf = (id: string, names: FollowUpConflictProps['names']) => names.find((one) => one.id === id)?.name ?? id;
