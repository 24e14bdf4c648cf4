import type { CSSProperties, ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { LEAST_TOLD, type Told } from '#app/model/figures.ts';

export interface FigureRow {
  key: string;
  label: ReactNode;
  /** In the order of the columns; the first is drawn as a bar. */
  values: readonly Told[];
}

interface FigureTableProps {
  id: string;
  title: string;
  /** Over the names of the rows, then over each number. */
  head: readonly [string, ...string[]];
  rows: readonly FigureRow[];
  note?: string;
}

/** Numbers as a table that anybody can read, each row with a bar as long as its first number, which the number says too. */
export function FigureTable({ id, title, head: [first, ...columns], rows, note }: FigureTableProps) {
  const most = Math.max(1, ...rows.map(({ values }) => values[0] ?? 0));
  return (
    <section className="fig" aria-labelledby={id}>
      <div className="sect__h">
        <h2 id={id}>{title}</h2>
      </div>
      {rows.length === 0 ? (
        <p className="meta">{m.figures_none()}</p>
      ) : (
        <table className="tbl fig__t" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {columns.map((column) => (
                <th scope="col" className="fig__n" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, values }) => (
              <tr key={key}>
                <th scope="row">
                  {label}
                  <span className="fig__bar" style={{ '--share': `${((values[0] ?? 0) / most) * 100}%` } as CSSProperties} />
                </th>
                {values.map((value, index) => (
                  <td className="fig__n" key={columns[index] ?? ''}>
                    {toldWords(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {note ? <p className="meta fig__note">{note}</p> : null}
    </section>
  );
}

/** « 1 024 », or « moins de 5 ». */
export function toldWords(value: Told): string {
  return value === null ? m.figures_few({ least: LEAST_TOLD }) : new Intl.NumberFormat(getLocale()).format(value);
}
