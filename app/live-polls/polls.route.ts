import { redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { parsePoll } from '#app/model/live-polls.ts';
import { isUuid, parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readOwnVotes } from '#db/live-polls/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterPolls, leadPolls } from '#server/live-polls/access.ts';
import { closePoll, insertResult } from '#server/live-polls/close-poll.ts';
import { openPoll } from '#server/live-polls/open-poll.ts';
import { supportProposal, vote } from '#server/live-polls/vote.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/polls.route.ts';
import type { PollAnswer } from './poll-answer.ts';
import { readPollForm } from './poll-form-values.ts';

/** Where a form without scripts comes back to; there is nothing to read here. */
export function loader({ params }: Route.LoaderArgs): Response {
  return redirect(localePath(`/meetings/${params.meeting}/live?pane=records`));
}

/** Votes, supports, opening and closing: answered with JSON for scripts that ask so, else by the meeting's page. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const voter = await enterPolls(services, viewer, params.meeting);
  const answer = await answerForm(services, viewer, params.meeting, await readForm(request));
  if (request.headers.get('accept')?.includes('application/json')) {
    const own = await readOwnVotes(services.db, voter.scope, voter.viewer.personId);
    return Response.json(answer.ok ? { ok: true, own } : answer, { headers: { 'Cache-Control': 'no-store' } });
  }
  const refused = answer.ok ? '' : `&poll=${answer.reason}`;
  return redirect(localePath(`/meetings/${params.meeting}/live?pane=records${refused}#t-poll`));
}

type Answer = { ok: true } | Exclude<PollAnswer, { ok: true }>;

async function answerForm(services: Services, viewer: Viewer | null, slug: string, form: FormData): Promise<Answer> {
  const pollId = parseUuid(form.get('poll'));
  switch (form.get('intent')) {
    case 'vote': {
      const optionId = parseUuid(form.get('option'));
      if (!pollId || !optionId) return notFound();
      return vote(services, await enterPolls(services, viewer, slug), { pollId, optionId });
    }
    case 'support': {
      const blockId = form.get('block');
      if (typeof blockId !== 'string' || !/^[\w-]{1,100}$/.test(blockId)) return notFound();
      return supportProposal(services, await enterPolls(services, viewer, slug), { blockId, supports: form.get('on') === 'yes' });
    }
    case 'open': {
      const leader = await leadPolls(services, viewer, slug);
      const values = readPollForm(form);
      const asked = parsePoll(values);
      if (!isUuid(values.id) || !isUuid(values.point)) return notFound();
      if ('faults' in asked) return { ok: false, reason: 'faults', faults: asked.faults };
      return openPoll(services, leader, { id: values.id, agendaItemId: values.point, asked });
    }
    case 'close':
      if (!pollId) return notFound();
      return closePoll(services, await leadPolls(services, viewer, slug), pollId);
    case 'insert':
      if (!pollId) return notFound();
      return insertResult(services, await leadPolls(services, viewer, slug), { pollId, locale: getLocale() });
    default:
      return notFound();
  }
}
