import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { GROUP_KINDS } from '#app/model/groups.ts';
import { cityOf } from '#app/model/time-zones.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { GroupFormValues } from './group-form-values.ts';
import { groupKindName } from './names.ts';

interface GroupConflictProps {
  /** What somebody else saved meanwhile. */
  theirs: Omit<GroupFormValues, 'country'> & { country: string | null };
  /** What was typed, still in the form below. */
  yours: GroupFormValues;
}

/** Both versions, field by field; saving the form below decides. */
export function GroupConflict({ theirs, yours }: GroupConflictProps) {
  const fields: { field: keyof GroupFormValues; label: string }[] = [
    { field: 'name', label: m.groups_name() },
    { field: 'kind', label: m.groups_kind() },
    { field: 'country', label: m.groups_country() },
    { field: 'description', label: m.groups_description() },
    { field: 'visibility', label: m.groups_visibility() },
    { field: 'timeZone', label: m.groups_time_zone() },
  ];
  const differing = fields.filter(({ field }) => (theirs[field] ?? '') !== yours[field]);
  return (
    <Notice look="warn" role="alert">
      <b>{m.groups_conflict()}</b>
      <p>{m.groups_conflict_what()}</p>
      <table className="tbl both">
        <thead>
          <tr>
            <th scope="col">{m.groups_conflict_field()}</th>
            <th scope="col">{m.groups_conflict_theirs()}</th>
            <th scope="col">{m.groups_conflict_yours()}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ field, label }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td className="pre">{wordFor(field, theirs[field] ?? '')}</td>
              <td className="pre">{wordFor(field, yours[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}

function wordFor(field: keyof GroupFormValues, value: string): string {
  if (value === '') return m.groups_nothing();
  if (field === 'country') return countryName(value, getLocale());
  if (field === 'timeZone') return cityOf(value, getLocale());
  if (field === 'visibility') return value === 'public' ? m.groups_visibility_public() : m.groups_visibility_members();
  const kind = field === 'kind' && GROUP_KINDS.find((one) => one === value);
  return kind ? groupKindName({ kind, country: null }) : value;
}
