import { m } from '#app/messages/compiled/messages.js';

/** « 1 h 30 », « 45 min » */
export function durationWords(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return m.date_polls_minutes({ minutes });
  if (minutes === 0) return m.date_polls_hours({ hours });
  return m.date_polls_hours_minutes({ hours, minutes: String(minutes).padStart(2, '0') });
}
