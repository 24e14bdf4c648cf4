import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { OFFICE } from '#app/model/clocks.ts';
import { hasSlot, hoursToDraw, type Slot, slotsOfDay } from '#app/model/day-slots.ts';
import { formatTime } from '#app/model/format-when.ts';
import { barsOfWeek, type MonthItem } from '#app/ui/month/month-weeks.ts';
import { daysFrom } from './calendar-period.ts';
import type { CalendarEntry } from './entries.ts';
import { WeekDay } from './week-day.tsx';
import './week.css';

interface WeekGridProps {
  firstDay: string;
  lastDay: string;
  today: string;
  entries: readonly CalendarEntry[];
  bars: readonly MonthItem[];
  holidays: Readonly<Record<string, string[]>>;
}

/**
 * A week: seven lists, one a day, which wide screens draw side by side against the hours. What has no hour, or lasts longer
 * than a day, stands above the hours.
 */
export function WeekGrid({ firstDay, lastDay, today, entries, bars, holidays }: WeekGridProps) {
  const days = daysFrom(firstDay, lastDay);
  const slots = days.map((day) => slotsOfDay(day, entries.filter(hasSlot)));
  const whole = [...bars, ...entries.filter((entry) => !hasSlot(entry))];
  const long = barsOfWeek(days, whole);
  const { from, to } = hoursToDraw(slots.flat(), OFFICE);
  const style = { '--from': from, '--hours': to - from, '--days': days.map((_, index) => widthOf(slots[index] ?? [])).join(' ') };
  return (
    <div className="wk" style={style as CSSProperties} data-keys>
      <div className="wk__axis" aria-hidden="true">
        {Array.from({ length: to - from }, (_, index) => from + index).map((hour) => (
          <span key={hour}>{formatTime(`${String(hour).padStart(2, '0')}:00`, getLocale())}</span>
        ))}
      </div>
      {days.map((day, index) => (
        <WeekDay
          key={day}
          day={day}
          today={day === today}
          weekend={index > 4}
          holidays={holidays[day] ?? []}
          bars={long[index] ?? []}
          whole={whole.filter((item) => item.from === day && item.until === day)}
          slots={slots[index] ?? []}
        />
      ))}
      <p className="wk__note hint no-print">{m.calendar_week_hours()}</p>
    </div>
  );
}

/** A day with much at once is wider than the others. */
function widthOf(slots: readonly Slot<CalendarEntry>[]): string {
  const lanes = Math.max(1, ...slots.map((slot) => slot.lanes));
  return `minmax(0, ${Math.max(1, lanes * 0.75)}fr)`;
}
