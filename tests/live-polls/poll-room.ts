import { enterPolls, leadPolls } from '#server/live-polls/access.ts';
import { openPoll } from '#server/live-polls/open-poll.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import { makeAttendance, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

type Person = Parameters<typeof viewerOf>[0];

/** A meeting with somebody for each part in a poll, and what they do there. */
export async function pollRoom(services: TestServices) {
  const room = await meetingWithNotes(services);
  const { meeting, first, organiser } = room;
  const chair = await makePerson(services.db, { givenName: 'Hélène', familyName: 'Marsac' });
  await makeAttendance(services.db, { meetingId: meeting.id, personId: chair.id, roles: ['chair'] });
  const voterOf = (person: Person) => enterPolls(services, viewerOf(person), meeting.slug);
  const leaderOf = (person: Person) => leadPolls(services, viewerOf(person), meeting.slug);
  const ask = async (asked = { question: 'Quel format ?', options: ['Par thème', 'Par pays'] }, agendaItemId = first) => {
    const id = crypto.randomUUID();
    const opened = await openPoll(services, await leaderOf(organiser), { id, agendaItemId, asked });
    const poll = (await readLivePolls(services, meeting.id)).polls.find((one) => one.id === id);
    if (!opened.ok || !poll) throw new Error('The poll was not opened.');
    const [yes, no] = poll.options;
    if (!yes || !no) throw new Error('Two options were asked.');
    return { id, yes: yes.id, no: no.id };
  };
  const counts = async () => (await readLivePolls(services, meeting.id)).polls.map(({ options }) => options.map(({ votes }) => votes));
  const scopeOf = async (person: Person) => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('The meeting is not visible.');
    return scope;
  };
  return { ...room, chair, voterOf, leaderOf, ask, counts, scopeOf };
}
