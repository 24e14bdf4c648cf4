import type { EditionScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { editionMeetings, slugOf } from '#db/demo/edition-2023/meetings.ts';
import { EDITION, SESSIONS } from '#db/demo/edition-2023.ts';
import { type InsertedMeeting, insertMeeting } from '#db/demo/insert-meeting.ts';
import { insertNetwork } from '#db/demo/insert-network.ts';
import { type DemoPersonKey, PEOPLE } from '#db/demo/network.ts';
import { inTransaction } from '#db/transaction.ts';
import { fillEdition } from '#server/demo/fill-edition.ts';
import { publishNotes, SECRETARY, secretaryOf, writeNotes } from '#server/demo/write-minutes.ts';
import { type OrganisedEdition, organiseEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

export interface Wanted {
  /** Sessions by what follows 'raict-2023-' in their addresses, `SESSIONS[n].slug`; all fifteen unless told. */
  sessions?: readonly string[];
  /** Of the sessions: 'published' by the verbs, only 'noted', or none. Published unless told. */
  minutes?: 'published' | 'noted' | 'none';
  /** Rooms, tracks, hours, the published programme, some 200 registrations and who came. Not unless told. */
  programme?: boolean;
}

export interface Edition2023 {
  editionId: string;
  groupId: string;
  slug: string;
  scope: OrganisedEdition & EditionScope;
  /** Inès Robledo, who organises it and its sessions. */
  organiser: Viewer;
  /** Its sessions in the order of the volume: address of the meeting, id, points by title, attendances by person. */
  sessions: (InsertedMeeting & { slug: string; title: string })[];
  /** Anybody of the demo, signed in. */
  viewerOf: (key: DemoPersonKey) => Viewer;
}

/**
 * Builds the RAICT of 2023 as the demo has it (db/demo/edition-2023) in the empty database of a test: its network, its group
 * with its organisers, its sessions with those who have a part in them, and as much of the rest as the test asks for. Notes,
 * minutes and programme are made by the verbs of the product. All of it takes about four seconds; two sessions, a half.
 */
export async function buildEdition2023(services: Services, wanted: Wanted = {}): Promise<Edition2023> {
  const { sessions = SESSIONS.map(({ slug }) => slug), minutes = 'published', programme = false } = wanted;
  const slugs = new Set(sessions.map((slug) => slugOf({ slug })));
  const meetings = editionMeetings().filter(({ slug }) => slugs.has(slug));
  const { ids, rows } = await inTransaction(services.db, async (trx) => {
    const network = await insertNetwork(trx);
    const inserted: InsertedMeeting[] = [];
    for (const meeting of meetings) inserted.push(await insertMeeting(trx, network, meeting, '2023-08-28T00:00:00Z'));
    return { ids: network, rows: inserted };
  });
  const viewerOf = (key: DemoPersonKey): Viewer => {
    const { given: givenName, family: familyName } = PEOPLE[key];
    return { ...secretaryOf(ids.people.get(key) ?? ''), givenName, familyName, networkOrganiser: false };
  };
  const organiser = viewerOf(SECRETARY);
  if (programme) await fillEdition(services, organiser);
  for (const [index, meeting] of meetings.entries()) {
    const row = rows[index];
    if (!row || minutes === 'none' || !meeting.script) continue;
    const { highlights } = await writeNotes(services, organiser, { meeting, rows: row, script: meeting.script });
    const publishedAt = meeting.publishedAt ?? '2023-10-20T09:00:00Z';
    if (minutes === 'published') await publishNotes(services, organiser, { meeting, rows: row, highlights, publishedAt });
  }
  const scope = await organiseEdition(services, organiser, EDITION.slug);
  return {
    ...{ editionId: scope.editionId, groupId: scope.groupId, slug: EDITION.slug, scope, organiser, viewerOf },
    sessions: rows.map((row, index) => ({ ...row, slug: meetings[index]?.slug ?? '', title: meetings[index]?.title ?? '' })),
  };
}
