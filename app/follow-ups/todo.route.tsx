import { data, Form, redirect } from 'react-router';
import { WaitingPolls } from '#app/date-polls/waiting-polls.tsx';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Icon } from '#app/ui/icon.tsx';
import { useSite } from '#app/ui/layout/use-site.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { enterSelf } from '#server/accounts/access.ts';
import { enterOwnFollowUp } from '#server/follow-ups/access.ts';
import { answerFollowUp } from '#server/follow-ups/answer-follow-up.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/todo.route.ts';
import { ActionBars } from './action-bars.tsx';
import { loadTodo } from './load-todo.server.ts';
import { NextOwnMeetingCard } from './next-own-meeting.tsx';
import { readOwnAnswer } from './own-answer.ts';
import { TodoList } from './todo-list.tsx';
import { greeting } from './todo-words.ts';
import './follow-ups.css';

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export function meta(): Route.MetaDescriptors {
  return [{ title: `${m.follow_ups_todo_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const self = enterSelf(viewer, '/todo');
  const { searchParams } = new URL(request.url);
  const loaded = await loadTodo(services, self, parseUuid(searchParams.get('done')));
  return { ...loaded, said: SAID.find((one) => searchParams.get('said') === one) ?? null };
}

const SAID = ['saved', 'gone', 'closed'] as const;

/** What one says of one's own actions. */
export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const self = enterSelf(viewer, '/todo');
  const form = await readForm(request);
  const today = services.clock.now().toZonedDateTimeISO(self.viewer.timeZone).toPlainDate().toString();
  const followUpId = parseUuid(form.get('followUp'));
  const sent = followUpId && readOwnAnswer(form, today);
  if (!sent) return notFound();
  if ('refused' in sent) return data({ refused: { ...sent.refused, followUpId } }, { status: 422 });
  const scope = await enterOwnFollowUp(services, self.viewer, followUpId);
  const answered = scope ? await answerFollowUp(services, { scope, answer: sent.answer }) : ({ ok: false, reason: 'gone' } as const);
  const query = !answered.ok ? `said=${answered.reason}` : sent.answer.say === 'done' ? `done=${followUpId}` : 'said=saved';
  return redirect(`${localePath('/todo')}?${query}`);
}

export default function Todo({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, today, name, next, group, done, said, polls, now } = loaderData;
  const { viewer } = useSite();
  return (
    <>
      <div className="wrap db-head">
        <p className="kicker">{sentenceCase(formatDay(today, getLocale(), { weekday: true }))}</p>
        <h1>{greeting(name, rows)}</h1>
      </div>
      <div className="wrap db">
        <div className="stack">
          <section className="s-todo" aria-labelledby="t-td">
            <div className="sect__h">
              <h2 id="t-td">{m.follow_ups_todo_title()}</h2>
              {viewer?.organises ? (
                <A className="btn btn--sm" to="/meetings/new">
                  <Icon name="plus" />
                  {m.common_new_meeting()}
                </A>
              ) : null}
            </div>
            {done ? <Undo {...done} /> : null}
            {said ? (
              <Notice look={said === 'saved' ? 'ok' : 'warn'} role="status">
                {SAYS[said]()}
              </Notice>
            ) : null}
            {rows.length > 0 ? (
              <TodoList rows={rows} today={today} refused={actionData?.refused ?? null} />
            ) : (
              <p className="meta fu-none">{m.follow_ups_todo_empty()}</p>
            )}
          </section>
          <WaitingPolls polls={polls} now={now} />
        </div>
        <div className="stack">
          {next ? <NextOwnMeetingCard next={next} /> : null}
          {group ? <ActionBars group={group} counts={group.counts} /> : null}
        </div>
      </div>
    </>
  );
}

const SAYS = { saved: m.follow_ups_saved, gone: m.follow_ups_gone, closed: m.follow_ups_closed };

function Undo({ id, body }: { id: string; body: string }) {
  return (
    <Notice look="ok" role="status">
      <Form method="post" className="row">
        <span>{m.follow_ups_said_done({ body: frenchSpaces(body) })}</span>
        <input type="hidden" name="followUp" value={id} />
        <button type="submit" className="btn btn--quiet btn--sm" name="say" value="not_done">
          <Icon name="arrow-u-up-left" />
          {m.follow_ups_undo()}
        </button>
      </Form>
    </Notice>
  );
}
