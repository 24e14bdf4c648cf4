import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { DatePollState, DateVote } from '#app/model/date-polls.ts';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { DateTally, LeadReason } from '#app/model/rank-dates.ts';
import type { ShownDate } from '#server/date-polls/read-poll-page.ts';
import { longDate } from './date-words.ts';

export const VOTE_WORDS = { yes: m.date_polls_yes, if_needed: m.date_polls_if_needed, no: m.date_polls_no } as const satisfies Record<
  DateVote,
  unknown
>;

/** « 12 réponses sur 21 personnes »: people, wherever answers are counted. */
export function answersWords({ answered, voters }: { answered: number; voters: number }): string {
  return `${m.date_polls_answers_of({ count: answered })} ${m.date_polls_of_people({ count: voters })}`;
}

/** « Ouvert jusqu’au 30 juin », or how it ended, and what became of the meeting. */
export function stateWords({
  state,
  deadline,
  meetingStatus = null,
}: {
  state: DatePollState;
  deadline: string;
  meetingStatus?: MeetingStatus | null;
}): string {
  switch (state) {
    case 'open':
      return m.date_polls_open_until({ day: formatDay(deadline, getLocale(), { year: false }) });
    case 'over':
      return m.date_polls_over_since({ day: formatDay(deadline, getLocale(), { year: false }) });
    case 'closed':
      return m.date_polls_closed();
    case 'settled':
      return meetingStatus === 'cancelled' ? m.date_polls_meeting_cancelled() : m.date_polls_settled();
    case 'withdrawn':
      return m.date_polls_withdrawn();
  }
}

/** Why no vote is taken, to who tried to. */
export function notOpenWords(state: DatePollState): string {
  switch (state) {
    case 'settled':
      return m.date_polls_refused_settled();
    case 'withdrawn':
      return m.date_polls_refused_withdrawn();
    default:
      return m.date_polls_refused_over();
  }
}

/** In a sentence, why the first date is first. */
export function leadWords(reason: LeadReason, dates: readonly ShownDate[]): string {
  const leaders = dates.filter((date) => date.leads);
  const [first] = leaders;
  if (!first) return m.date_polls_lead_nobody();
  const date = sentenceCase(longDate(first, dates));
  if (leaders.length > 1) return m.date_polls_lead_tie({ dates: leaders.map((one) => longDate(one, dates)).join(' · ') });
  switch (reason) {
    case 'rule':
      return m.date_polls_lead_rule({ date });
    case 'organisations':
      return m.date_polls_lead_organisations({ date, count: first.tally?.organisationsYes ?? 0 });
    case 'people':
      return m.date_polls_lead_people({ date });
    case 'able':
      return m.date_polls_lead_able({ date });
    case 'refusals':
      return m.date_polls_lead_refusals({ date });
    default:
      return m.date_polls_lead_only({ date });
  }
}

/** What a date lacks for the rule, each in a few words; none when it satisfies it. */
export function missingWords({ organisationsMissing, requiredMissing }: DateTally): string[] {
  return [
    ...(organisationsMissing > 0 ? [m.date_polls_lacks_organisations({ count: organisationsMissing })] : []),
    ...requiredMissing.map(({ name, vote }) => (vote === 'no' ? m.date_polls_lacks_person({ name }) : m.date_polls_lacks_answer({ name }))),
  ];
}

/** « 8 oui, 1 si besoin, 3 non » */
export function tallyWords({ yes, ifNeeded, no }: DateTally): string {
  return m.date_polls_tally({ yes, ifNeeded, no });
}
