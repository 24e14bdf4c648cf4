import { m } from '#app/messages/compiled/messages.js';
import type { CalendarReport, OutsideCalendarFault, OutsideCalendarState, SetAsideReason } from '#app/model/outside-calendars.ts';

export function stateName(state: OutsideCalendarState): string {
  switch (state) {
    case 'waiting':
      return m.outside_events_state_waiting();
    case 'followed':
      return m.outside_events_state_followed();
    case 'failing':
      return m.outside_events_state_failing();
    case 'stopped':
      return m.outside_events_state_stopped();
  }
}

/** Why a calendar could not be read, and what can be done. */
export function faultWords(fault: OutsideCalendarFault, status: number | null): string {
  switch (fault) {
    case 'address':
      return m.outside_events_fault_address();
    case 'unreachable':
      return m.outside_events_fault_unreachable();
    case 'certificate':
      return m.outside_events_fault_certificate();
    case 'timeout':
      return m.outside_events_fault_timeout();
    case 'status':
      return statusWords(status);
    case 'redirects':
      return m.outside_events_fault_redirects();
    case 'too_large':
      return m.outside_events_fault_too_large();
    case 'encoding':
    case 'damaged':
      return m.outside_events_fault_damaged();
    case 'not_a_calendar':
      return m.outside_events_fault_not_a_calendar();
    case 'too_slow':
      return m.outside_events_fault_too_slow();
  }
}

function statusWords(status: number | null): string {
  if (status === 401 || status === 403) return m.outside_events_fault_denied();
  if (status === 404 || status === 410) return m.outside_events_fault_gone();
  return m.outside_events_fault_status({ status: status ?? 0 });
}

/** « 214 évènements lus, 3 écartés : 2 sans date, 1 trop long » and what else is to be known, sentence by sentence. */
export function reportWords({ read, shown, cancelled, setAside, unknownZones }: CalendarReport): string[] {
  const reasons = Object.entries(setAside) as [SetAsideReason, number][];
  const count = reasons.reduce((sum, [, each]) => sum + each, 0);
  return [
    m.outside_events_report_read({ count: read }),
    m.outside_events_report_shown({ count: shown }),
    ...(cancelled > 0 ? [m.outside_events_report_cancelled({ count: cancelled })] : []),
    ...(count > 0
      ? [m.outside_events_report_aside({ count, why: reasons.map(([reason, each]) => reasonWords(reason, each)).join(', ') })]
      : []),
    ...(unknownZones.length > 0 ? [m.outside_events_report_zones({ zones: unknownZones.join(', ') })] : []),
  ];
}

function reasonWords(reason: SetAsideReason, count: number): string {
  switch (reason) {
    case 'no_date':
      return m.outside_events_aside_no_date({ count });
    case 'bad_date':
      return m.outside_events_aside_bad_date({ count });
    case 'too_long':
      return m.outside_events_aside_too_long({ count });
    case 'bad_rule':
      return m.outside_events_aside_bad_rule({ count });
    case 'too_many':
      return m.outside_events_aside_too_many({ count });
    case 'duplicate':
      return m.outside_events_aside_duplicate({ count });
    case 'private':
      return m.outside_events_aside_private({ count });
  }
}
