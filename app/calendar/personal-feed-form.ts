import { m } from '#app/messages/compiled/messages.js';
import { FEED_ALARMS, FEED_HOLDS, type FeedHolds } from '#app/model/calendar.ts';

/** What the form of a new personal feed says; whatever it cannot mean is the first choice. */
export function readFeedForm(form: FormData): { name: string; holds: FeedHolds; alarmMinutes: number | null } {
  return {
    name: String(form.get('name') ?? ''),
    holds: FEED_HOLDS.find((holds) => holds === form.get('holds')) ?? 'groups',
    alarmMinutes: FEED_ALARMS.find((minutes) => String(minutes) === form.get('alarm')) ?? null,
  };
}

export function holdsLabel(holds: FeedHolds): string {
  switch (holds) {
    case 'groups':
      return m.feeds_holds_groups();
    case 'invited':
      return m.feeds_holds_invited();
    case 'accepted':
      return m.feeds_holds_accepted();
  }
}

export function alarmLabel(minutes: number | null): string {
  if (minutes === null) return m.feeds_alarm_none();
  if (minutes === 1440) return m.feeds_alarm_day();
  return minutes === 60 ? m.feeds_alarm_hour() : m.feeds_alarm_minutes({ count: minutes });
}
