import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant } from '#app/model/format-when.ts';

/** Arrivals at the entrance, by quarter of an hour: a table whose rows are also bars. */
export function ArrivalsChart({ arrivals, timeZone }: { arrivals: { at: string; count: number }[]; timeZone: string }) {
  const most = Math.max(1, ...arrivals.map(({ count }) => count));
  return (
    <section aria-labelledby="t-arrivals">
      <h2 id="t-arrivals">{m.check_ins_arrivals()}</h2>
      {arrivals.length === 0 ? (
        <p className="meta">{m.check_ins_nobody_yet()}</p>
      ) : (
        <table className="ci-bars">
          <thead className="vh">
            <tr>
              <th scope="col">{m.check_ins_from()}</th>
              <th scope="col">{m.check_ins_came()}</th>
            </tr>
          </thead>
          <tbody>
            {arrivals.map(({ at, count }) => (
              <tr key={at}>
                <th scope="row">{formatInstant(at, timeZone, getLocale()).time}</th>
                <td>
                  <span className="ci-bar" style={{ inlineSize: `${(count / most) * 80}%` }} />
                  {count}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
