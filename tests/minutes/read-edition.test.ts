import { beforeAll, describe, expect, test } from 'vitest';
import type { NoteBlock } from '#app/model/notes.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { enterEdition, enterMinutes } from '#server/minutes/access.ts';
import { attributeStatements } from '#server/minutes/attribute-statements.ts';
import { readDownload } from '#server/minutes/files/read-download.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { readVersion } from '#server/minutes/read-version.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const SECRET = 'Réserves sur le financement.';

const paragraph = (kind: 'turn' | 'decision' | 'text', text: string, id: string): NoteBlock => ({
  ...{ type: 'paragraph', id, kind, inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null },
});

describe('the internal edition of minutes that everybody may read', () => {
  const people = {} as Record<'organiser' | 'member' | 'invited' | 'stranger', ReturnType<typeof viewerOf>>;
  let slug: string;
  beforeAll(async () => {
    const { db } = database;
    const group = await makeGroup(db);
    const meeting = await makeMeeting(db, { groupId: group.id, visibility: 'public' });
    for (const who of ['organiser', 'member', 'invited', 'stranger'] as const) {
      const person = await makePerson(db);
      people[who] = viewerOf(person);
      if (who === 'organiser' || who === 'member') await makeMembership(db, { groupId: group.id, personId: person.id, role: who });
      if (who === 'invited') await makeAttendance(db, { meetingId: meeting.id, personId: person.id, answer: 'remote' });
    }
    const item = { meetingId: meeting.id, position: 0, title: 'Budget', durationMinutes: 30 };
    const { id } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
    const blocks = [
      paragraph('text', 'Le budget est présenté.', 'p1'),
      paragraph('text', SECRET, 'p2'),
      paragraph('decision', 'Adopté.', 'd1'),
    ];
    await appendBlocks(services, meeting.id, id, blocks, people.organiser.personId);
    const scope = await findMeetingScope(services, people.organiser, { id: meeting.id });
    if (!scope) throw new Error('out of sight');
    await attributeStatements(services, scope, people.organiser, {
      seen: { byDefault: 'name', levels: {}, highlights: [] },
      change: { byDefault: null, levels: new Map([['p2', 'internal']]), highlights: null },
    });
    expect(await publishMinutes(services, scope, people.organiser, { number: 1 })).toMatchObject({ ok: true });
    slug = meeting.slug;
  });

  async function read(viewer: ReturnType<typeof viewerOf> | null, query: string) {
    const { scope, version } = await enterMinutes(services, viewer, slug);
    return readVersion(services, scope, version, enterEdition(viewer, scope, `https://t.example/minutes/${slug}${query}`));
  }

  test.each(['organiser', 'member', 'invited'] as const)('is read by who was concerned: %s', async (who) => {
    const page = await read(people[who], '?edition=internal');
    expect(page).toMatchObject({ edition: 'internal', hasInternal: true });
    expect(JSON.stringify(page.content)).toContain(SECRET);
  });

  test('is not there for anybody else, and a visitor is asked to sign in and comes back to it', async () => {
    await expect(read(people.stranger, '?edition=internal')).rejects.toMatchObject({ init: { status: 404 } });
    const refused = await read(null, '?edition=internal').catch((answer: unknown) => answer);
    expect(refused instanceof Response && refused.headers.get('Location')).toContain(
      encodeURIComponent(`/minutes/${slug}?edition=internal`),
    );
  });

  test.each(['', '?edition=public', '?edition=INTERNAL', '?edition=', '?show=internal'])(
    'everybody reads the public one at «%s», without a word of the other, nor of its being there',
    async (query) => {
      for (const viewer of [people.stranger, null]) {
        const page = await read(viewer, query);
        expect(page).toMatchObject({ edition: 'public', hasInternal: false });
        expect(JSON.stringify(page)).not.toContain(SECRET);
        expect(page.downloads.editions.map(({ edition }) => edition)).toEqual(['public']);
      }
    },
  );

  test('its files are refused to everybody else', async () => {
    for (const [viewer, given] of [
      [people.member, true],
      [people.stranger, false],
      [null, false],
    ] as const) {
      const { scope, version } = await enterMinutes(services, viewer, slug);
      const { editions } = (await read(people.member, '')).downloads;
      expect(editions.map(({ edition }) => edition)).toContain('internal');
      const named = { slug, number: 1, publishedByName: version.publishedByName };
      const names = ['md', 'txt', 'json'].flatMap((end) => [`${slug}-v1-interne.${end}`, `${slug}-v1-internal.${end}`]);
      const files = await Promise.all(names.map((name) => readDownload(services, scope, named, name)));
      const texts = files.flatMap((file) => (file?.state === 'ready' ? [file.body.toString()] : []));
      expect(texts.length > 0 && texts.every((text) => text.includes(SECRET))).toBe(given);
    }
  });
});
