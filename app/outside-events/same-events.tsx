import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { Notice } from '#app/ui/notice.tsx';

export interface SameEvent {
  id: string;
  title: string;
  edtf: string;
  timeZone: string;
  /** Name of the calendar that it was read from; null: entered by hand. */
  source: string | null;
}

/** What looks like an event that the group has already. */
export function SameEvents({ same, children }: { same: readonly SameEvent[]; children: ReactNode }) {
  return (
    <Notice look="warn" role="alert">
      <b>{m.outside_events_same()}</b>
      <ul>
        {same.map(({ id, title, edtf, timeZone, source }) => (
          <li key={id}>
            {title}, {formatWhen(whenOf(edtf), { zone: timeZone, locale: getLocale() }).full}
            {` (${source === null ? m.outside_events_by_hand() : m.outside_events_from({ name: source })})`}
          </li>
        ))}
      </ul>
      {children}
    </Notice>
  );
}
