import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NoteBlock } from '#app/model/notes.ts';
import { listMinutes } from '#db/minutes/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { enterMinutes } from '#server/minutes/access.ts';
import { readDownload } from '#server/minutes/files/read-download.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const paragraph = (kind: 'turn' | 'takeaway' | 'text', text: string, id: string, speakerId: string | null = null): NoteBlock => ({
  ...{ type: 'paragraph', id, kind, inline: [{ text }], speakerId, assigneeId: null, assignee: '', due: null },
});

async function meetingWithNotes(visibility: 'public' | 'members' = 'public') {
  const { db } = database;
  const group = await makeGroup(db);
  const [organiser, member, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: member.id });
  const meeting = await makeMeeting(db, { groupId: group.id, visibility });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: member.id, answer: 'remote' });
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id: agendaItemId } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  const say = (...blocks: NoteBlock[]) => appendBlocks(services, meeting.id, agendaItemId, blocks, organiser.id);
  await say(
    paragraph('turn', 'Karim', 't1', attendance.id),
    paragraph('text', 'Nous coopérons avec Morón.', 'p1'),
    paragraph('takeaway', 'Garder le groupe.', 'r1'),
  );
  const scopeOf = async (person: typeof organiser) => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('out of sight');
    return scope;
  };
  return { meeting, organiser, member, stranger, say, scopeOf, viewer: viewerOf(organiser) };
}

describe('publishing minutes', () => {
  test('makes version 1, with its number, date, author and a fingerprint that anyone can compute again', async () => {
    const { meeting, organiser, scopeOf, viewer } = await meetingWithNotes();
    expect(await publishMinutes(services, await scopeOf(organiser), viewer, { number: 1, highlights: ['r1'] })).toEqual({
      ok: true,
      number: 1,
    });
    const { version } = await enterMinutes(services, null, meeting.slug);
    expect(version).toMatchObject({ number: 1, publishedByName: `${viewer.givenName} ${viewer.familyName}`, previousSha256: null });
    expect(Temporal.Instant.from(version.publishedAt).equals(services.clock.now())).toBe(true);
    expect(createHash('sha256').update(version.content).digest().equals(version.sha256)).toBe(true);
    expect(canonicalize(JSON.parse(version.content))).toBe(version.content);
    expect(services.told).toContainEqual({ meetingId: meeting.id, topic: 'minutes' });
  });

  test('twice by a double click makes one version, and so do two organisers at the same moment', async () => {
    const { organiser, scopeOf, viewer, meeting } = await meetingWithNotes();
    const scope = await scopeOf(organiser);
    const results = await Promise.all([1, 2, 3].map(() => publishMinutes(services, scope, viewer, { number: 1, highlights: [] })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'already-published')).toHaveLength(2);
    expect((await enterMinutes(services, null, meeting.slug)).version.number).toBe(1);
  });

  test('again after a correction makes a second version, chained to the first, which stays as it was', async () => {
    const { organiser, scopeOf, viewer, meeting, say } = await meetingWithNotes();
    const scope = await scopeOf(organiser);
    await publishMinutes(services, scope, viewer, { number: 1, highlights: [] });
    expect(await publishMinutes(services, scope, viewer, { number: 2, highlights: [] })).toEqual({ ok: false, reason: 'unchanged' });
    await say(paragraph('takeaway', 'Inviter deux réseaux.', 'r2'));
    expect(await publishMinutes(services, scope, viewer, { number: 2, highlights: [] })).toEqual({ ok: true, number: 2 });
    const first = (await enterMinutes(services, null, meeting.slug, '1')).version;
    const second = (await enterMinutes(services, null, meeting.slug)).version;
    expect(first.content).not.toContain('deux réseaux');
    expect(second.previousSha256?.equals(first.sha256)).toBe(true);
  });

  test('is refused to everybody who does not organise the meeting, and while the notes are empty', async () => {
    const { member, scopeOf } = await meetingWithNotes();
    const refused = await publishMinutes(services, await scopeOf(member), viewerOf(member), { number: 1, highlights: [] });
    expect(refused).toEqual({ ok: false, reason: 'not-allowed' });
    const empty = await makeMeeting(database.db, { groupId: (await makeGroup(database.db)).id });
    const chief = viewerOf(await makePerson(database.db, { networkOrganiser: true }));
    const scope = await findMeetingScope(services, chief, { id: empty.id });
    expect(scope && (await publishMinutes(services, scope, chief, { number: 1, highlights: [] }))).toEqual({ ok: false, reason: 'empty' });
  });

  test('cannot be undone or rewritten, not even by a hand in the database', async () => {
    const { organiser, scopeOf, viewer } = await meetingWithNotes();
    await publishMinutes(services, await scopeOf(organiser), viewer, { number: 1, highlights: [] });
    await expect(sql`update minutes_versions set content = '{}'`.execute(database.db)).rejects.toThrow(/never changes/);
    await expect(sql`delete from minutes_versions`.execute(database.db)).rejects.toThrow(/never changes/);
  });
});

describe('reading published minutes', () => {
  let closed: Awaited<ReturnType<typeof meetingWithNotes>>;
  beforeAll(async () => {
    closed = await meetingWithNotes('members');
    await publishMinutes(services, await closed.scopeOf(closed.organiser), closed.viewer, { number: 1, highlights: [] });
  });

  test('of a meeting for members: members read, a stranger gets 404, a visitor is asked to sign in', async () => {
    expect((await enterMinutes(services, viewerOf(closed.member), closed.meeting.slug)).version.number).toBe(1);
    await expect(enterMinutes(services, viewerOf(closed.stranger), closed.meeting.slug)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(enterMinutes(services, null, closed.meeting.slug)).rejects.toMatchObject({ status: 302 });
  });

  test('lists only what this person may read', async () => {
    const titles = async (person: typeof closed.member | null) => {
      const scope = await enterNetwork(services, person ? viewerOf(person) : null);
      return (await listMinutes(database.db, scope, { limit: 100 })).map((row) => row.slug);
    };
    expect(await titles(closed.member)).toContain(closed.meeting.slug);
    expect(await titles(closed.stranger)).not.toContain(closed.meeting.slug);
    expect(await titles(null)).not.toContain(closed.meeting.slug);
  });

  test.each(['0', '-1', '1.5', '99', 'abc', '1e3', '999999999999'])(
    'asking for version «%s» that is not there gets 404',
    async (number) => {
      const viewer = viewerOf(closed.member);
      await expect(enterMinutes(services, viewer, closed.meeting.slug, number)).rejects.toMatchObject({ init: { status: 404 } });
    },
  );

  test('a file has the name of its version and nothing else opens one', async () => {
    const { scope, version } = await enterMinutes(services, viewerOf(closed.member), closed.meeting.slug);
    const named = { slug: closed.meeting.slug, number: 1, publishedByName: version.publishedByName };
    const textOfFile = async (name: string) => {
      const file = await readDownload(services, scope, named, name);
      return file?.state === 'ready' ? file.body.toString('utf8') : file;
    };
    const name = `${closed.meeting.slug}-v1`;
    expect(await textOfFile(`${name}.md`)).toContain('# Point Amérique latine');
    expect(await textOfFile(`${name}.txt`)).toContain('Garder le groupe.');
    expect(await textOfFile(`${name}.json`)).toBe(version.content);
    for (const other of ['x.md', `${name}.exe`, `${name}.constructor`, '../../etc/passwd']) expect(await textOfFile(other)).toBeNull();
  });
});
