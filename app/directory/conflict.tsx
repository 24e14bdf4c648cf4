import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';

interface ConflictProps<Values extends Record<keyof Values, string>> {
  labels: readonly (readonly [keyof Values & string, string])[];
  /** What somebody else saved meanwhile. */
  theirs: Values;
  /** What was typed, still in the form below. */
  yours: Values;
}

/** Both versions of a record, where they differ; saving the form below decides. */
export function Conflict<Values extends Record<keyof Values, string>>({ labels, theirs, yours }: ConflictProps<Values>) {
  return (
    <Notice look="warn" role="alert">
      <b>{m.directory_conflict()}</b>
      <p>{m.directory_conflict_what()}</p>
      <table className="tbl both">
        <thead>
          <tr>
            <th scope="col">{m.directory_conflict_field()}</th>
            <th scope="col">{m.directory_conflict_theirs()}</th>
            <th scope="col">{m.directory_conflict_yours()}</th>
          </tr>
        </thead>
        <tbody>
          {labels
            .filter(([field]) => theirs[field] !== yours[field])
            .map(([field, label]) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td>{theirs[field]}</td>
                <td>{yours[field]}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Notice>
  );
}
