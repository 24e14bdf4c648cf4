import type { ReactNode } from 'react';
import { Margin } from '#app/groups/margin.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';

interface Row {
  id: string;
  title: string;
  edtf: string;
  timeZone: string;
  place: string;
}

interface EventRowsProps<T extends Row> {
  events: readonly T[];
  /** '2022': left out of dates in it. */
  year: string;
  /** The title as it is shown: a link, struck through. */
  name: (event: T) => ReactNode;
  /** What can be done with it. */
  end?: (event: T) => ReactNode;
}

/** Events of others as a ledger: another rule than that of the meetings, and a word where they stand (see the headings). */
export function EventRows<T extends Row>({ events, year, name, end }: EventRowsProps<T>) {
  return (
    <ol className="ledger ledger--outside">
      {events.map((event) => (
        <li className="ledger__row" key={event.id}>
          <div className="ledger__m">
            <Margin edtf={event.edtf} timeZone={event.timeZone} year={year} />
          </div>
          <div className="ledger__b">
            <h3>{name(event)}</h3>
            <p className="meta">{factsOf(event)}</p>
          </div>
          <div className="ledger__e">{end?.(event)}</div>
        </li>
      ))}
    </ol>
  );
}

const factsOf = ({ edtf, place }: Row) =>
  [whenOf(edtf).toConfirm ? sentenceCase(m.groups_to_confirm()) : '', place].filter(Boolean).join(' · ');
