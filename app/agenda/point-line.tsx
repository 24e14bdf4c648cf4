import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { startsOf } from './agenda-ledger.tsx';
import type { AgendaItemRow } from './agenda-types.ts';
import { durationLabel, itemKindLabel } from './labels.ts';

interface PointLineProps {
  item: AgendaItemRow;
  items: readonly AgendaItemRow[];
  index: number;
  start: string | null;
}

/** What a point says in the list: its hour, title, nature, presenters, length. */
export function PointLine({ item, items, index, start }: PointLineProps) {
  return (
    <>
      <span className="ab__t">{startsOf(items, start)[index] ?? m.agenda_position({ number: index + 1 })}</span>
      <span className="ab__n">
        <b className="anywhere">{frenchSpaces(item.title)}</b>
        <span className="pr">
          <span>{itemKindLabel(item.kind)}</span>
          {item.presenters.map(({ personId, givenName, familyName }) => {
            const name = `${givenName} ${familyName}`.trim();
            return (
              <span key={personId} className="ag__who">
                <Avatar id={personId} name={name} size="sm" />
                {name}
              </span>
            );
          })}
        </span>
      </span>
      <span className="ab__d">{durationLabel(item.durationMinutes)}</span>
    </>
  );
}
