import type { Viewer } from '#app/model/viewer.ts';
import { SESSION_POLL } from '#db/demo/edition-2023/session-poll.ts';
import type { InsertedMeeting } from '#db/demo/insert-meeting.ts';
import { findPollOptions, listVoters } from '#db/demo/read-edition.ts';
import { leadPolls } from '#server/live-polls/access.ts';
import { insertResult } from '#server/live-polls/close-poll.ts';
import { openPoll } from '#server/live-polls/open-poll.ts';
import { vote } from '#server/live-polls/vote.ts';
import type { Services } from '#server/services.ts';
import { steadyId } from './steady-id.ts';

/** The interactive poll of a session: asked, voted on by those who were there, and its result put at the end of its point. */
export async function fillSessionPoll(
  services: Services,
  by: Viewer,
  { slug, rows }: { slug: string; rows: InsertedMeeting },
): Promise<void> {
  const { point, question, options, at } = SESSION_POLL;
  const then: Services = { ...services, clock: { now: () => Temporal.Instant.from(at) } };
  const leader = await leadPolls(then, by, slug);
  const id = steadyId(rows.id, 'poll');
  const agendaItemId = rows.agenda.get(point);
  if (!agendaItemId) throw new Error(`The poll of ${slug} belongs to '${point}', which is not on its agenda.`);
  taken(await openPoll(then, leader, { id, agendaItemId, asked: { question, options: options.map(({ label }) => label) } }));
  const choices = await findPollOptions(services.db, id);
  const voters = await listVoters(services.db, rows.id);
  const wanted = options.flatMap(({ share }, index) => Array.from({ length: share }, () => choices[index] ?? ''));
  for (const [index, personId] of voters.entries()) {
    const viewer = { ...by, personId };
    const optionId = wanted[index % wanted.length] ?? '';
    const voted = await vote(then, { viewer, scope: leader.scope }, { pollId: id, optionId });
    // a start that was cut short had closed it already
    if (!voted.ok && voted.reason !== 'poll-closed') taken(voted);
  }
  taken(await insertResult(then, leader, { pollId: id, locale: 'fr' }));
}

function taken(answer: { ok: true } | { ok: false; reason: string }): void {
  if (!answer.ok) throw new Error(`The poll of the demo was not taken: ${answer.reason}.`);
}
