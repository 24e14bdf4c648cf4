import { describe, expect, test } from 'vitest';
import { levelField, readChoices } from '#app/minutes/attribution-form.ts';
import type { AttributionLevel } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { attributeStatements } from '#server/minutes/attribute-statements.ts';
import { composeEditions } from '#server/minutes/compose-minutes.ts';
import { previewMinutes } from '#server/minutes/preview-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const paragraph = (kind: 'turn' | 'takeaway' | 'text', text: string, id: string, speakerId: string | null = null): NoteBlock => ({
  ...{ type: 'paragraph', id, kind, inline: [{ text }], speakerId, assigneeId: null, assignee: '', due: null },
});

async function aMeeting() {
  const { db } = database;
  const group = await makeGroup(db);
  const [organiser, member] = [await makePerson(db), await makePerson(db, { familyName: 'Belhadj' })];
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: member.id });
  const meeting = await makeMeeting(db, { groupId: group.id, visibility: 'public' });
  const at = { meetingId: meeting.id, personId: member.id, answer: 'remote' as const, organisationName: 'Ville de Nanterre' };
  const attendance = await makeAttendance(db, at);
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id: agendaItemId } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  const say = (...blocks: NoteBlock[]) => appendBlocks(services, meeting.id, agendaItemId, blocks, organiser.id);
  await say(
    paragraph('turn', 'Karim Belhadj', 't1', attendance.id),
    paragraph('text', 'Nous coopérons avec Morón.', 'p1'),
    paragraph('takeaway', 'Garder le groupe.', 'r1'),
  );
  const scopeOf = async (person: typeof organiser) => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('out of sight');
    return scope;
  };
  const scope = await scopeOf(organiser);
  return { organiser, member, say, scope, scopeOf, viewer: viewerOf(organiser) };
}

interface Fields {
  levels?: Record<string, string>;
  byDefault?: string;
  highlights?: string[];
}

describe('choosing how the minutes attribute what was said', () => {
  /** The form as the page of this moment shows it. */
  async function open({ scope, viewer }: Awaited<ReturnType<typeof aMeeting>>) {
    const { choices } = await previewMinutes(services, scope, 'internal');
    return (fields: Fields) => {
      const form = new FormData();
      form.set('seen', JSON.stringify(choices));
      form.set('default', fields.byDefault ?? choices.byDefault);
      for (const [id, level] of Object.entries({ ...choices.levels, ...fields.levels })) form.set(levelField(id), level);
      for (const id of fields.highlights ?? choices.highlights ?? []) form.append('highlight', id);
      const read = readChoices(form);
      if (!read.ok) throw new Error(read.fault);
      return attributeStatements(services, scope, viewer, read);
    };
  }

  test('a choice for a turn holds for all of it, one for a passage for that passage; the internal edition still names', async () => {
    const meeting = await aMeeting();
    const send = await open(meeting);
    expect(await send({ levels: { t1: 'organisation', r1: 'internal' } })).toEqual({ ok: true, kept: 2, gone: 0 });
    const editions = await composeEditions(services, meeting.scope);
    expect(editions.public.sections[0]?.entries).toMatchObject([
      { speaker: { name: '', organisation: 'Ville de Nanterre' }, attribution: 'organisation', blocks: [{ id: 'p1' }] },
    ]);
    expect(JSON.stringify(editions.public.sections)).not.toContain('Belhadj');
    expect(JSON.stringify(editions.public)).not.toContain('Garder le groupe');
    expect(JSON.stringify(editions.internal)).toContain('Garder le groupe');
    expect(editions.internal.sections[0]?.entries).toMatchObject([{ attribution: 'organisation' }, { attribution: 'internal' }]);
    expect(services.told.at(-1)?.topic).toBe('minutes');
  });

  test('the choice of the meeting holds where nothing else was chosen, also for the list of participants', async () => {
    const meeting = await aMeeting();
    await (await open(meeting))({ byDefault: 'organisation', levels: { r1: 'name' } });
    const { public: open_ } = await composeEditions(services, meeting.scope);
    expect(open_.sections[0]?.entries).toMatchObject([{ speaker: { name: '' } }, { speaker: { name: 'Karim Belhadj' } }]);
    expect(open_.annex.present.flatMap(({ people }) => people)).toEqual([
      { organisation: 'Ville de Nanterre', name: '', function: '', answer: 'none', represents: null },
    ]);
  });

  test('a choice can be taken back, and saving twice changes nothing more', async () => {
    const meeting = await aMeeting();
    const first = await open(meeting);
    await first({ levels: { t1: 'none' } });
    expect(await (await open(meeting))({})).toEqual({ ok: true, kept: 0, gone: 0 });
    expect(await (await open(meeting))({ levels: { t1: '' } })).toEqual({ ok: true, kept: 1, gone: 0 });
    expect((await previewMinutes(services, meeting.scope, 'internal')).choices.levels).toEqual({});
  });

  test('what opens the minutes is kept, for the next version too', async () => {
    const meeting = await aMeeting();
    await meeting.say(paragraph('takeaway', 'Inviter deux réseaux.', 'r2'));
    expect(await (await open(meeting))({ highlights: ['r2'] })).toEqual({ ok: true, kept: 1, gone: 0 });
    expect((await composeEditions(services, meeting.scope)).public.highlights.map(({ anchor }) => anchor)).toEqual(['b-r2']);
  });

  test('what was typed in the notes meanwhile is neither lost nor attributed to anybody else', async () => {
    const meeting = await aMeeting();
    const send = await open(meeting);
    await meeting.say(paragraph('text', 'Ajouté pendant ce temps.', 'p2'));
    expect(await send({ levels: { p1: 'none' } })).toEqual({ ok: true, kept: 1, gone: 0 });
    expect(JSON.stringify((await composeEditions(services, meeting.scope)).public)).toContain('Ajouté pendant ce temps.');
  });

  test('a choice for a passage that is gone is told and not kept, and the others are', async () => {
    const meeting = await aMeeting();
    const send = await open(meeting);
    expect(await send({ levels: { parti: 'internal', p1: 'none' }, highlights: ['r1', 'parti'] })).toEqual({ ok: true, kept: 2, gone: 2 });
    expect((await previewMinutes(services, meeting.scope, 'internal')).choices.levels).toEqual({ p1: 'none' });
  });

  test('two organisers who choose for different passages lose nothing', async () => {
    const meeting = await aMeeting();
    const [one, other] = [await open(meeting), await open(meeting)];
    await one({ levels: { p1: 'none' } });
    await other({ levels: { r1: 'internal' } });
    expect((await previewMinutes(services, meeting.scope, 'internal')).choices.levels).toEqual({ p1: 'none', r1: 'internal' });
  });

  test('two organisers who choose otherwise for the same passage: the second is told, nothing is overwritten', async () => {
    const meeting = await aMeeting();
    const [one, other] = [await open(meeting), await open(meeting)];
    await one({ levels: { p1: 'internal' }, byDefault: 'none' });
    const refused = await other({ levels: { p1: 'name', r1: 'none' }, byDefault: 'organisation' });
    expect(refused).toMatchObject({ ok: false, reason: 'chosen-meanwhile', blocks: ['p1'], byDefault: true });
    expect((await previewMinutes(services, meeting.scope, 'internal')).choices).toMatchObject({
      byDefault: 'none',
      levels: { p1: 'internal' },
    });
    expect(await (await open(meeting))({ levels: { p1: 'name' } })).toEqual({ ok: true, kept: 1, gone: 0 });
  });

  test('is refused to whoever does not organise the meeting', async () => {
    const { member, scopeOf } = await aMeeting();
    const order = {
      seen: { byDefault: 'name' as const, levels: {}, highlights: [] },
      change: { byDefault: 'none' as const, levels: new Map(), highlights: null },
    };
    expect(await attributeStatements(services, await scopeOf(member), viewerOf(member), order)).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('a form that nobody’s page sent', () => {
  const seen = JSON.stringify({ byDefault: 'name', levels: {}, highlights: [] });
  const formOf = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return form;
  };
  const sent = (...fields: [string, string][]) => readChoices(formOf([['seen', seen], ['default', 'name'], ...fields]));

  test('with a level that there is not: refused, and every other choice comes back', () => {
    expect(sent(['level:p1', 'secret'], ['level:p2', 'none'], ['highlight', 'r1'])).toMatchObject({
      ok: false,
      fault: 'unknown-level',
      typed: { byDefault: 'name', levels: { p2: 'none' }, highlights: ['r1'] },
    });
    expect(sent(['default', 'public'], ['level:p2', 'none'])).toMatchObject({ ok: true });
    expect(
      readChoices(
        formOf([
          ['seen', seen],
          ['default', 'public'],
          ['level:p2', 'none'],
        ]),
      ),
    ).toMatchObject({ fault: 'unknown-level' });
  });

  test('with 10,000 fields: read as it is; with more than notes can have passages: refused', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index): [string, string] => [`level:p${index}`, 'none']);
    expect(sent(...many(10_000))).toMatchObject({ ok: true });
    expect(sent(...many(20_001))).toMatchObject({ ok: false, fault: 'too-many' });
  });

  test.each<[string, [string, string][]]>([
    ['nothing', []],
    ['no word of what was seen', [['default', 'name']]],
    [
      'a broken word of it',
      [
        ['default', 'name'],
        ['seen', '{"byDefault":'],
      ],
    ],
    [
      'a level in it that there is not',
      [
        ['default', 'name'],
        ['seen', '{"byDefault":"all","levels":{},"highlights":[]}'],
      ],
    ],
    [
      'an id that is none',
      [
        ['default', 'name'],
        ['seen', seen],
        ['level:<script>', 'none'],
      ],
    ],
    [
      'a highlight that is none',
      [
        ['default', 'name'],
        ['seen', seen],
        ['highlight', '../x'],
      ],
    ],
  ])('with %s: refused as unreadable', (_, fields) => {
    expect(readChoices(formOf(fields))).toMatchObject({ ok: false, fault: 'unreadable' });
  });

  test('with names that objects have themselves: nothing but a block that is not there', () => {
    const read = sent(['level:constructor', 'none'], ['level:__proto__', 'internal' satisfies AttributionLevel]);
    expect(read.ok && [...read.change.levels.keys()]).toEqual(['constructor', '__proto__']);
  });
});
