import { describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { buildEdition2023 } from '#tests/support/edition-2023.ts';
import { useServices } from '#tests/support/services.ts';

describe('the edition of 2023 for tests', () => {
  const database = useDatabase();
  const services = useServices(database);

  test('has the sessions that a test asks for, their minutes out, their organiser let in', async () => {
    const edition = await buildEdition2023(services, { sessions: ['outre-mer', 'droits-des-femmes'], programme: true });
    expect(edition.sessions.map(({ slug }) => slug)).toEqual(['raict-2023-outre-mer', 'raict-2023-droits-des-femmes']);
    expect(edition.scope.can.organise).toBe(true);
    const versions = await database.db.selectFrom('minutesVersions').select('number').execute();
    expect(versions.map(({ number }) => number)).toEqual([1, 1]);
    // what runs beside or after it that day is no next meeting of a session
    const contents = await database.db.selectFrom('minutesVersions').select('content').execute();
    expect(contents.map(({ content }) => JSON.parse(content ?? '{}').nextSteps)).toEqual([[], []]);
    const places = await database.db.selectFrom('placements').select('meetingId').execute();
    expect(places).toHaveLength(2);
    expect(await database.db.selectFrom('programmeVersions').select('number').execute()).toEqual([{ number: 1 }]);
  });
});
