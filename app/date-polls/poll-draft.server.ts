import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { isUuid } from '#app/model/uuid.ts';
import { faultsOfDates, type PollDraft, type PollFault } from '#server/date-polls/create-poll.ts';
import { parseAddresses } from '#server/mailing-lists/parse-addresses.ts';
import { dateFaultWords, deadlineFaultWords } from './fault-words.ts';
import { type PollFaults, parseDates, parseSettings } from './parse-poll-form.ts';
import type { PollFormValues } from './poll-form-values.ts';

/** A draft out of what was typed, with the row that each date stands in; or all that is to be corrected, as far as can be told at once. */
export function parseDraft(values: PollFormValues, now: Temporal.Instant): { draft: PollDraft; rows: number[] } | { faults: PollFaults } {
  const parsed = parseSettings(values);
  const { timeZone, dates, faults: dateFaults } = parseDates(values);
  const { addresses, faults: addressFaults } = parseAddresses(values.addresses);
  const [wrong] = addressFaults;
  const rows = dates.map(({ row }) => row);
  const unread = Object.keys(dateFaults).length > 0;
  const found = timeZone ? faultsOfDates({ dates, timeZone, deadline: parseIsoDay(values.deadline) }, now) : [];
  const nobody = addresses.length === 0 && !wrong && !values.personIds.some(isUuid);
  const faults: PollFaults = {
    // what the plan would find anyway, so that it is said with the rest; no date could be read: that is said at its row
    ...faultsOfPlan(
      found.filter((fault) => !(unread && fault.field === 'dates')),
      rows,
    ),
    ...(nobody && { personIds: m.date_polls_fault_nobody() }),
    ...('faults' in parsed ? parsed.faults : {}),
    ...dateFaults,
    ...(wrong && { addresses: m.date_polls_fault_address({ line: wrong.line, text: wrong.text }) }),
  };
  if (Object.keys(faults).length > 0 || 'faults' in parsed || !timeZone) return { faults };
  const asked = { personIds: values.personIds.filter(isUuid), requiredIds: values.requiredIds.filter(isUuid), addresses };
  return {
    draft: { ...parsed.settings, deadline: parsed.deadline, timeZone, dates: dates.map(({ day, starts }) => ({ day, starts })), asked },
    rows,
  };
}

/** What the plan found wrong, at the fields that it is about. */
export function faultsOfPlan(found: readonly PollFault[], rows: readonly number[]): PollFaults {
  const faults: PollFaults = {};
  for (const fault of found) {
    switch (fault.field) {
      case 'dates':
        faults.dates =
          fault.fault === 'none' ? m.date_polls_fault_no_dates() : m.date_polls_fault_too_many({ max: DATE_POLL_LIMITS.options });
        break;
      case 'date': {
        const { date } = fault;
        const words =
          date.fault === 'missing_hour'
            ? dateFaultWords({ reason: 'missing_hour', next: date.next })
            : dateFaultWords({ reason: date.fault });
        faults[`date-${rows[date.index] ?? date.index}`] = words;
        break;
      }
      case 'deadline':
        faults.deadline = deadlineFaultWords(fault.fault);
        break;
      case 'voters':
        faults.personIds =
          fault.fault === 'nobody' ? m.date_polls_fault_nobody() : m.date_polls_fault_too_many_voters({ max: DATE_POLL_LIMITS.voters });
        break;
      case 'minOrganisations':
        faults.minOrganisations = m.date_polls_fault_rule({ count: fault.most });
        break;
    }
  }
  return faults;
}
