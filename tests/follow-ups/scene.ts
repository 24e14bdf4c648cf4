import type { FollowUpKind } from '#app/model/follow-ups.ts';
import type { Action, Decision, MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { inTransaction } from '#db/transaction.ts';
import { syncFollowUps } from '#server/follow-ups/sync-follow-ups.ts';
import {
  makeAttendance,
  makeGroup,
  makeMeeting,
  makeMembership,
  makeOrganisation,
  makePerson,
  viewerOf,
} from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

export interface Said {
  id: string;
  text: string;
  who?: string;
  /** The attendance that was picked. */
  picked?: string;
  due?: string;
}

/** A group with an organiser, a member who was at its meeting of 20 May 2022, and somebody who is neither. */
export async function followUpScene(services: TestServices) {
  const { db } = services;
  const group = await makeGroup(db);
  const nanterre = await makeOrganisation(db);
  const organiser = await makePerson(db, { givenName: 'Inès' });
  const karim = await makePerson(db, { organisationId: nanterre.id });
  const stranger = await makePerson(db);
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: karim.id });
  const meeting = await makeMeeting(db, {
    ...{ groupId: group.id, title: 'Tour de table', edtf: '2022-05-20T15:00/2022-05-20T16:00' },
    during: '[2022-05-20T13:00:00Z,2022-05-20T14:00:00Z)',
  });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: karim.id, organisationName: nanterre.name });
  const name = `${karim.givenName} ${karim.familyName}`;
  const publish = (internal: Partial<Record<FollowUpKind, Said[]>>, shown: Partial<Record<FollowUpKind, Said[]>> = internal) =>
    inTransaction(db, (trx) =>
      syncFollowUps(trx, {
        ...{ meetingId: meeting.id, groupId: group.id, now: services.clock.now() },
        ...{ content: contentOf(internal, 'internal'), publicContent: contentOf(shown, 'public') },
      }),
    );
  const rows = () => db.selectFrom('followUps').selectAll().where('meetingId', '=', meeting.id).orderBy('blockId').execute();
  const idOf = async (blockId: string) => (await rows()).find((row) => row.blockId === blockId)?.id ?? '';
  const viewers = { organiser: viewerOf(organiser), karim: viewerOf(karim), stranger: viewerOf(stranger) };
  return { group, nanterre, organiser, karim, stranger, meeting, attendance, name, publish, rows, idOf, viewers };
}

/** Minutes of which only the decisions and actions matter. */
export function contentOf(
  { decision = [], action = [] }: Partial<Record<FollowUpKind, Said[]>>,
  edition: 'public' | 'internal',
): MinutesContent {
  const decisions: Decision[] = decision.map(({ id, text }, at) => ({ blockId: id, number: `D${at + 1}`, anchor: id, inline: [{ text }] }));
  const actions: Action[] = action.map(({ id, text, who = '', due = null }, at) => ({
    ...{ blockId: id, number: `A${at + 1}`, anchor: id, inline: [{ text }], assignee: who, due },
  }));
  const blocks: NoteBlock[] = action.map(({ id, text, who = '', picked = null, due = null }) => ({
    ...{ type: 'paragraph', id, kind: 'action', inline: [{ text }], speakerId: null, assigneeId: picked, assignee: who, due },
  }));
  const entries = blocks.map((block) => ({ type: 'block' as const, anchor: 'a', attribution: 'name' as const, block }));
  return {
    ...{ format: 2, edition, language: 'fr', agenda: [], highlights: [], synthesis: [], nextSteps: [], complements: [], notes: [] },
    sections: [{ anchor: 's', title: 'Tour de table', entries }],
    ...{ decisions, actions, annex: { present: [], excused: [] } },
    meeting: {
      ...{ slug: 'm', title: 'Tour de table', kind: 'group_meeting', group: { slug: 'g', name: 'G' } },
      ...{ edtf: '2022-05-20', timeZone: 'Europe/Paris', place: '', chairs: [], facilitators: [] },
    },
  };
}
