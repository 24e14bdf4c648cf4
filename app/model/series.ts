import type { AgendaItemKind } from './agenda.ts';
import type { MeetingPlan } from './meetings.ts';
import type { Recurrence } from './recurrence.ts';

/** A point that every meeting of a series begins with. */
export interface StandingPoint {
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
}

/** What each meeting of a series is made from, except its date; checked as a MeetingPlan is. */
export type SeriesTemplate = Omit<MeetingPlan, 'when' | 'timeZone'>;

/** What an organiser decides of a series. */
export interface SeriesPlan {
  recurrence: Recurrence;
  template: SeriesTemplate;
  agenda: readonly StandingPoint[];
}

/** What was decided of single dates of the rule, each by the day that the rule gives. */
export interface DateChoices {
  leftOut: ReadonlySet<string>;
  /** Local start 'YYYY-MM-DDTHH:MM' in the series' zone, in place of the rule's. */
  moved: ReadonlyMap<string, string>;
}

/** Whom a new series invites: nobody, the group's members to its next meeting, or to every one. */
export const SERIES_INVITES = ['none', 'next', 'all'] as const;
export type SeriesInvite = (typeof SERIES_INVITES)[number];

export const STANDING_POINTS = 20;
