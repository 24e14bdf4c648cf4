import { data, redirect } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS, DATE_VOTES, type DateVote } from '#app/model/date-polls.ts';
import { cleanText } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { BallotScope } from '#server/date-polls/access.ts';
import { type CastBallot, castVotes, refuseAllDates } from '#server/date-polls/cast-votes.ts';
import { proposeDate } from '#server/date-polls/propose-date.ts';
import type { Services } from '#server/services.ts';
import type { BallotRefusal } from './ballot-refusal.ts';
import { readDate } from './date-form-values.ts';
import { dateFaultWords } from './fault-words.ts';
import { notOpenWords } from './poll-words.ts';

export const BALLOT_INTENTS = ['vote', 'none', 'comment', 'propose'] as const;
export type BallotIntent = (typeof BALLOT_INTENTS)[number];

/** What a voter sends, by personal link or signed in. `path`: where they go on; null: they are not asked any more. */
export async function actOnBallot(services: Services, scope: BallotScope, intent: BallotIntent, form: FormData, path: string) {
  switch (intent) {
    case 'vote':
      return answerTo(await castVotes(services, scope, { votes: readVotes(form), comment: null }), path, 'saved');
    case 'none':
      return refuseAll(services, scope, form.get('confirmed') === 'yes', path);
    case 'comment': {
      const text = cleanText(String(form.get('comment') ?? ''));
      if ([...text].length > DATE_POLL_LIMITS.comment)
        return refused(422, {
          comment: { text, message: m.date_polls_too_long({ max: DATE_POLL_LIMITS.comment, length: [...text].length }) },
        });
      return answerTo(await castVotes(services, scope, { votes: [], comment: text }), path, 'comment');
    }
    case 'propose':
      return propose(services, scope, form, path);
  }
}

/** What changed against what the form was filled from: the rest stays as it is, whatever another tab said of it. */
function readVotes(form: FormData): { optionId: string; vote: DateVote }[] {
  return [...form.entries()].flatMap(([name, value]) => {
    const optionId = name.startsWith('vote-') ? name.slice('vote-'.length) : '';
    const vote = DATE_VOTES.find((one) => one === value);
    return isUuid(optionId) && vote && form.get(`was-${optionId}`) !== vote ? [{ optionId, vote }] : [];
  });
}

function answerTo(cast: CastBallot, path: string, said: 'saved' | 'none' | 'comment') {
  if (cast.ok) return redirect(withQuery(path, cast.gone > 0 ? 'gone' : said));
  switch (cast.reason) {
    case 'gone':
      return null;
    case 'full':
      return refused(409, { notice: m.date_polls_guest_full_ballot() });
    case 'not_open':
      return refused(409, { notice: notOpenWords(cast.state) });
  }
}

async function refuseAll(services: Services, scope: BallotScope, confirmed: boolean, path: string) {
  const cast = await refuseAllDates(services, scope, { confirmed });
  return !cast.ok && cast.reason === 'has_votes' ? refused(200, { none: { count: cast.count } }) : answerTo(cast, path, 'none');
}

async function propose(services: Services, scope: BallotScope, form: FormData, path: string) {
  const typed = { day: String(form.get('day') ?? '').slice(0, 30), starts: String(form.get('starts') ?? '').slice(0, 30) };
  const date = readDate(typed);
  if (!date) return refused(422, { proposal: { ...typed, message: m.date_polls_fault_no_day() } });
  const proposed = await proposeDate(services, scope, date);
  if (proposed.ok) return redirect(withQuery(path, 'proposed'));
  switch (proposed.reason) {
    case 'gone':
      return null;
    case 'not_open':
      return refused(409, { notice: notOpenWords(proposed.state) });
    case 'missing_hour':
      return refused(422, { proposal: { ...typed, message: dateFaultWords(proposed) } });
    default:
      return refused(422, { proposal: { ...typed, message: dateFaultWords({ reason: proposed.reason }) } });
  }
}

function refused(status: number, refusal: BallotRefusal) {
  return data({ refused: refusal }, { status });
}

/** The same address, saying what was done. */
export function withQuery(path: string, said: string, count?: number): string {
  const url = new URL(path, 'https://here.invalid');
  url.searchParams.set('said', said);
  if (count !== undefined) url.searchParams.set('count', String(count));
  return `${url.pathname}${url.search}`;
}

/** The clock that was chosen on the page; null: none, or one that there is not. */
export function chosenZone(request: Request): string | null {
  return findTimeZone(new URL(request.url).searchParams.get('zone') ?? '');
}

/** What the page says was done, after a redirect. */
export function saidWords(request: Request): string | null {
  const query = new URL(request.url).searchParams;
  const count = Math.max(0, Number.parseInt(query.get('count') ?? '', 10) || 0);
  switch (query.get('said')) {
    case 'saved':
      return m.date_polls_said_saved();
    case 'none':
      return m.date_polls_said_none();
    case 'comment':
      return m.date_polls_said_comment();
    case 'proposed':
      return m.date_polls_said_proposed();
    case 'gone':
      return m.date_polls_said_gone();
    case 'asked':
      return m.date_polls_said_asked({ count });
    case 'reminded':
      return count === 0 ? m.date_polls_said_reminded_nobody() : m.date_polls_said_reminded({ count });
    case 'date-added':
      return m.date_polls_said_date_added({ count });
    case 'changed':
      return m.date_polls_said_changed();
    case 'closed':
      return m.date_polls_said_closed();
    case 'withdrawn':
      return m.date_polls_said_withdrawn();
    default:
      return null;
  }
}
