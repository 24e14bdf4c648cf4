import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';

/** « 6 minutes 42 secondes », for who hears the time; the parts that are nothing are left out. */
export function secondsInWords(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const parts: [number, (count: number) => string][] = [
    [Math.floor(whole / 3600), (count) => m.facilitation_time_hours({ count })],
    [Math.floor((whole % 3600) / 60), (count) => m.facilitation_time_minutes({ count })],
    [whole % 60, (count) => m.facilitation_time_seconds({ count })],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => word(count));
  return said.length > 0 ? said.join(' ') : m.facilitation_time_seconds({ count: 0 });
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** « 16 h 51 » on the clock of a zone (IANA name). Not by Temporal, which not every browser has. */
export function hourOf(at: number, zone: string): string {
  let clock = CLOCKS.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    CLOCKS.set(zone, clock);
  }
  return formatTime(clock.format(at), getLocale());
}
