import { afterEach, describe, expect, test } from 'vitest';
import { unlinkWriters } from '#db/notes/history.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { compactQuietNotes } from '#server/notes/compact-notes.ts';
import { eraseHistory } from '#server/notes/history/erase-history.ts';
import { keepNotesAsClosed } from '#server/notes/history/keep-versions.ts';
import { meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, startSockets, until } from '#tests/support/sockets.ts';

const database = useDatabase();
const services = useServices(database);

const WORD = 'Zygomatique';
const open: OpenPage[] = [];
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) page.close();
  for (const stop of stops.splice(0)) await stop();
});

/** Notes in which a word was written and deleted, still open in two processes, with a version that holds it. */
async function aWordThatWentAway() {
  const scene = await meetingWithNotes(services);
  const { meeting, first, writer, organiser } = scene;
  const scope = await findMeetingScope(services, viewerOf(organiser), { id: meeting.id });
  if (!scope) throw new Error('The meeting is not visible.');
  const page = async (personId: string) => {
    const server = await startSockets(services);
    stops.push(() => server.stop());
    const opened = await openNotesAs(services, server, meeting.id, personId);
    open.push(opened);
    return opened;
  };
  const [awa, claire] = [await page(writer.id), await page(organiser.id)];
  const text = awa.write(first, `Une décision, ${WORD}, fut prise.`, { kind: 'decision' });
  await until('it is saved', () => awa.unsaved.size === 0);
  await keepNotesAsClosed(services, meeting.id);
  text.delete(12, WORD.length + 2);
  await until('the deletion is', () => awa.unsaved.size === 0);
  await until('the record follows', async () => !(await tablesWith(WORD)).includes('note_records'));
  expect(await tablesWith(WORD)).toEqual(['note_section_versions', 'note_updates']);
  return { ...scene, scope, awa, claire };
}

/** Names of the tables that hold a word, in whatever column. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string; bytes: string[] }>(`
    select table_name as name, coalesce(array_agg(column_name::text) filter (where data_type = 'bytea'), '{}') as bytes
    from information_schema.columns where table_schema = 'public' group by table_name order by table_name`);
  const found = await Promise.all(
    tables.map(async ({ name, bytes }) => {
      const raw = bytes.map((column) => `or position(convert_to($1, 'UTF8') in coalesce("${column}", ''::bytea)) > 0`).join(' ');
      const { rowCount } = await database.pool.query(`select 1 from "${name}" t where t::text like '%' || $1 || '%' ${raw} limit 1`, [
        word,
      ]);
      return rowCount ? [name] : [];
    }),
  );
  return found.flat();
}

describe('a word that somebody deleted', () => {
  test('is in no table any more once an organiser erased the history, and everybody goes on writing', async () => {
    const { first, scope, organiser, awa, claire } = await aWordThatWentAway();
    expect(await eraseHistory(services, scope, viewerOf(organiser))).toEqual({ ok: true });
    expect(await tablesWith(WORD)).toEqual([]);
    claire.write(first, 'La suite.');
    awa.write(first, 'Et encore.');
    await until('both are saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    awa.close();
    claire.close();
    for (const stop of stops.splice(0)) await stop();
    expect(await tablesWith(WORD)).toEqual([]);
    expect(await tablesWith('La suite.')).not.toEqual([]);
  });

  test('is in no table any more once the minutes are published', async () => {
    const { scope, organiser } = await aWordThatWentAway();
    expect(await publishMinutes(services, scope, viewerOf(organiser), { number: 1, highlights: [] })).toMatchObject({ ok: true });
    expect(await tablesWith(WORD)).toEqual([]);
    // the same again publishes nothing, and does no harm
    expect(await publishMinutes(services, scope, viewerOf(organiser), { number: 2, highlights: [] })).toMatchObject({ ok: false });
  });

  test('goes from the log in the night, where the process ended before it could tidy up', async () => {
    const { meeting } = await aWordThatWentAway();
    await services.db.updateTable('noteUpdates').set({ savedAt: '2022-05-31T20:00:00Z' }).where('meetingId', '=', meeting.id).execute();
    await Promise.all([compactQuietNotes(services), compactQuietNotes(services)]);
    expect(await rowsOf(meeting.id)).toBe(0);
    expect(await tablesWith(WORD)).toEqual(['note_section_versions']);
  });
});

test('only organisers erase the history', async () => {
  const { meeting, writer } = await meetingWithNotes(services);
  const scope = await findMeetingScope(services, viewerOf(writer), { id: meeting.id });
  expect(scope && (await eraseHistory(services, scope, viewerOf(writer)))).toEqual({ ok: false, reason: 'not-allowed' });
});

test('a week after the last change of published notes nobody can tell any more whose which words were', async () => {
  const { meeting, scope, organiser } = await aWordThatWentAway();
  await publishMinutes(services, scope, viewerOf(organiser), { number: 1, highlights: [] });
  const links = () => services.db.selectFrom('noteClients').select('clientId').where('meetingId', '=', meeting.id).execute();
  await unlinkWriters(services.db, '2022-05-25T08:00:00Z');
  expect(await links()).not.toEqual([]);
  await services.db.updateTable('noteSnapshots').set({ savedAt: '2022-06-01T08:00:00Z' }).where('meetingId', '=', meeting.id).execute();
  await unlinkWriters(services.db, '2022-06-08T08:00:01Z');
  expect(await links()).toEqual([]);
});

async function rowsOf(meetingId: string): Promise<number> {
  const rows = await services.db.selectFrom('noteUpdates').select('id').where('meetingId', '=', meetingId).execute();
  return rows.length;
}
