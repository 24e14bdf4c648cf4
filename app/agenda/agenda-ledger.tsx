import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { type AgendaItemKind, offsetsOf, sumOf } from '#app/model/agenda.ts';
import { formatTime, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { A } from '#app/ui/link.tsx';
import { durationLabel, itemKindLabel } from './labels.ts';

/** Natures that a reader wants to know; the others show from the title. */
const TOLD = new Set<AgendaItemKind>(['decision', 'information', 'break']);

export interface LedgerItem {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  summary: string;
  /** The meeting from which it was carried over. */
  carriedFrom?: { slug: string; edtf: string } | null;
  presenters: readonly { personId: string; givenName: string; familyName: string; organisation: string }[];
}

/** « 7 points, 90 min » */
export function agendaCount(items: readonly LedgerItem[]): string {
  return m.meetings_agenda_count({ count: items.length, length: durationLabel(sumOf(items)) });
}

/** An agenda as it is read: hours in the margin when the meeting has some (`start`, 'HH:MM' in its zone), else lengths only. */
export function AgendaLedger({ items, start }: { items: readonly LedgerItem[]; start: string | null }) {
  const hours = startsOf(items, start);
  return (
    <ol className="ledger agenda">
      {items.map((item, index) => (
        <li key={item.id} className="ledger__row" id={`point-${index + 1}`}>
          <div className="ledger__m">
            <b>{hours[index] ?? m.agenda_position({ number: index + 1 })}</b>
            {durationLabel(item.durationMinutes)}
            <span className="durbar" style={{ '--d': Math.min(item.durationMinutes, 45) } as CSSProperties} />
          </div>
          <div className="ledger__b">
            <h3>{frenchSpaces(item.title)}</h3>
            {TOLD.has(item.kind) ? <p className="meta">{itemKindLabel(item.kind)}</p> : null}
            {item.carriedFrom ? <CarriedFrom {...item.carriedFrom} /> : null}
            {item.summary ? <p className="q lines">{frenchSpaces(item.summary)}</p> : null}
            {item.presenters.map(({ personId, givenName, familyName, organisation }) => {
              const name = `${givenName} ${familyName}`.trim();
              return (
                <span className="who-line" key={personId}>
                  <Avatar id={personId} name={name} size="sm" />
                  <span>{organisation ? `${name}, ${organisation}` : name}</span>
                </span>
              );
            })}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** By its date, not its title: who reads this agenda may not know of that meeting. */
function CarriedFrom({ slug, edtf }: { slug: string; edtf: string }) {
  const { date } = formatWhen(whenOf(edtf), { zone: 'UTC', locale: getLocale() });
  return (
    <p className="meta">
      <A to={`/meetings/${slug}`}>{m.follow_ups_carry_from({ date })}</A>
    </p>
  );
}

/** The hour at which each point starts, as people write it; empty without a start. */
export function startsOf(items: readonly { durationMinutes: number }[], start: string | null): string[] {
  if (start === null) return [];
  const first = Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5));
  return offsetsOf(items).map((offset) => {
    const minutes = (first + offset) % (24 * 60);
    const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return formatTime(clock, getLocale());
  });
}
