import { m } from '#app/messages/compiled/messages.js';
import type { PlannedRow } from '#server/groups/import-plan.ts';
import { control } from './import-controls.ts';

/** Rows about which there is nothing to decide. `skipped`: they were left out, and stay so. */
export function ImportTable({
  title,
  rows,
  open,
  skipped,
}: {
  title: string;
  rows: readonly PlannedRow[];
  open: boolean;
  skipped?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <details className="im__d" open={open}>
      <summary className="im__h">{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard (WCAG 2.1.1) */}
      <section className="scroll-x" aria-label={title} tabIndex={0}>
        <table className="tbl im__tbl">
          <thead>
            <tr>
              <th scope="col">{m.groups_import_line_short()}</th>
              <th scope="col">{m.groups_person()}</th>
              <th scope="col">{m.groups_organisation()}</th>
              <th scope="col">{m.groups_function()}</th>
              <th scope="col">{m.groups_email()}</th>
              <th scope="col">{m.groups_import_result()}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.line}
                  {skipped ? <input type="hidden" name={control.skip(row.id)} value="on" /> : null}
                </td>
                <th scope="row">{`${row.givenName} ${row.familyName}`.trim()}</th>
                <td>{row.organisation}</td>
                <td>{row.function}</td>
                <td>{row.email}</td>
                <td>{resultOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function resultOf({ plan }: PlannedRow): string {
  switch (plan.status) {
    case 'add':
      return m.groups_import_result_new();
    case 'known':
      return m.groups_import_result_known();
    case 'member':
      return m.groups_import_result_member();
    case 'repeated':
      return m.groups_import_result_repeated({ line: plan.line });
    case 'skipped':
      return m.groups_import_result_skipped();
    case 'faulty':
    case 'doubt':
      return '';
  }
}
