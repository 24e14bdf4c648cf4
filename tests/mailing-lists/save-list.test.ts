import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MAILING_LIST_LIMITS, writeAddresses } from '#app/model/mailing-lists.ts';
import { readMailingLists } from '#db/mailing-lists/read.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { parseAddresses } from '#server/mailing-lists/parse-addresses.ts';
import { removeList, saveList } from '#server/mailing-lists/save-list.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const ADDRESSES = [{ address: 'presse@conseil.example', name: 'Service presse' }];

async function organised() {
  const { db } = database;
  const group = await makeGroup(db);
  const person = await makePerson(db);
  await makeMembership(db, { groupId: group.id, personId: person.id, role: 'organiser' });
  const viewer = viewerOf(person);
  return { viewer, scope: await organiseGroup(services, viewer, group.slug) };
}

describe('addresses as people paste them', () => {
  test('one a line or in a row, bare or with a name, each once', () => {
    const { addresses, faults } = parseAddresses(
      'Presse@Conseil.example\n"Dupré, Anne" <anne@ville.example>; mailto:paul@ville.example\r\npresse@conseil.example, Paul Roy <PAUL@ville.example>\n\n',
    );
    expect(faults).toEqual([]);
    expect(addresses).toEqual([
      { address: 'presse@conseil.example', name: '' },
      { address: 'anne@ville.example', name: 'Dupré, Anne' },
      { address: 'paul@ville.example', name: 'Paul Roy' },
    ]);
  });

  test('what is no address is named with its line; nothing is left out in silence', () => {
    expect(parseAddresses('a@b.fr\nAnne Dupré\nx@y').faults).toEqual([
      { line: 2, text: 'Anne Dupré' },
      { line: 3, text: 'x@y' },
    ]);
    expect(parseAddresses('a@b.fr\u0000\u202e<script>').faults).toHaveLength(1);
  });

  test('what is shown reads as what was saved, whatever stands in a name', () => {
    const names = ['', 'Anne', 'Dupré, Anne', 'A; B', '<x>', '"'];
    const addresses = names.map((name, index) => ({ address: `p${index}@ville.example`, name }));
    expect(parseAddresses(writeAddresses(addresses)).addresses.map(({ address }) => address)).toEqual(
      addresses.map(({ address }) => address),
    );
  });

  test('a megabyte of separators is read in no time', () => {
    const before = process.cpuUsage();
    parseAddresses(';,<'.repeat(130_000));
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });
});

describe('a mailing list', () => {
  test('is made once by a form that is sent twice, and changed by whoever saw it last', async () => {
    const { viewer, scope } = await organised();
    const list = { id: randomUUID(), revision: 0, name: 'Presse', addresses: ADDRESSES };
    expect(await saveList(services, viewer, scope, list)).toEqual({ ok: true });
    expect(await saveList(services, viewer, scope, list)).toEqual({ ok: false, reason: 'conflict' });
    expect(await saveList(services, viewer, scope, { ...list, revision: 1, name: 'Presse régionale' })).toEqual({ ok: true });
    expect(await saveList(services, viewer, scope, { ...list, revision: 1, addresses: [] })).toEqual({ ok: false, reason: 'conflict' });
    expect(await readMailingLists(database.db, scope)).toEqual([
      { id: list.id, name: 'Presse régionale', revision: 2, addresses: ADDRESSES },
    ]);
  });

  test('is out of reach from another group', async () => {
    const [one, other] = [await organised(), await organised()];
    const list = { id: randomUUID(), revision: 0, name: 'Presse', addresses: ADDRESSES };
    await saveList(services, one.viewer, one.scope, list);
    for (const revision of [0, 1])
      expect(await saveList(services, other.viewer, other.scope, { ...list, revision })).toEqual({ ok: false, reason: 'conflict' });
    await removeList(services, other.viewer, other.scope, list.id);
    expect(await readMailingLists(database.db, other.scope)).toEqual([]);
    expect(await readMailingLists(database.db, one.scope)).toHaveLength(1);
    await removeList(services, one.viewer, one.scope, list.id);
    expect(await readMailingLists(database.db, one.scope)).toEqual([]);
  });

  test('is one of fifty at most, even when they are made all at once', async () => {
    const { viewer, scope } = await organised();
    const make = () => saveList(services, viewer, scope, { id: randomUUID(), revision: 0, name: 'Liste', addresses: [] });
    const made = await Promise.all(Array.from({ length: MAILING_LIST_LIMITS.listsOfAGroup + 5 }, make));
    expect(made.filter(({ ok }) => ok)).toHaveLength(MAILING_LIST_LIMITS.listsOfAGroup);
  });
});
