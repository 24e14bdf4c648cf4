import { writeFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { printBadges, rememberPrint } from '#server/check-ins/badges/print-badges.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { makeEdition, makeRegistration } from './made.ts';

const database = useDatabase();
const services = useServices(database);

const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren';

async function hall(count = 0) {
  const { edition, viewer } = await makeEdition(database.db);
  const editionId = edition.id;
  const people = [
    {
      givenName: 'Aurélie',
      familyName: 'Lefèvre-Nguyễn',
      function: 'Première adjointe au maire, déléguée à la coopération',
      organisationName: 'Ville de Saint-Denis',
    },
    { givenName: 'Ελένη', familyName: 'Παπαδοπούλου', organisationName: 'Δήμος Αθηναίων', category: 'partner' as const },
    { givenName: '明', familyName: '山田', organisationName: '宇都宮市', category: 'speaker' as const },
    { givenName: 'Марина', familyName: 'Шевченко', organisationName: 'Громада Києва', category: 'press' as const },
    {
      givenName: 'Maximiliano Fernando',
      familyName: `de ${LONG}`,
      organisationName: 'Communauté d’agglomération du Grand Paris Sud Seine-Essonne-Sénart et de ses communes associées',
    },
    { givenName: '', familyName: 'Ọláyíwọlá', organisationName: '', function: '' },
  ];
  for (const person of people) await makeRegistration(database.db, { editionId, ...person });
  for (let index = 0; index < count; index += 1) await makeRegistration(database.db, { editionId, function: 'Chargée de mission' });
  return { edition, scope: await organiseEdition(services, viewer, edition.slug) };
}

test('badges carry names of any script and length, on sheets of eight or one a card', async () => {
  const { scope } = await hall(4);
  const sheet = await printBadges(services, scope, { choice: {}, paper: 'sheet' });
  const card = await printBadges(services, scope, { choice: {}, paper: 'card' });
  if (!sheet.ok || !card.ok) throw new Error('not rendered');
  if (process.env.KEEP_BADGES)
    for (const [name, { pdf }] of Object.entries({ sheet, card })) writeFileSync(`${process.env.KEEP_BADGES}/${name}.pdf`, pdf);
  expect([sheet.pages, card.pages]).toEqual([2, 10]);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(sheet.pdf)), { mergePages: true });
  for (const word of ['Lefèvre-Nguyễn', 'Παπαδοπούλου', '山田', 'Шевченко', 'Presse', 'Partenaire', 'Ville de Saint-Denis'])
    expect(text).toContain(word);
});

test('only those who are new since the last print, of one category, or one alone', async () => {
  const { scope, edition } = await hall();
  const print = async (choice: Parameters<typeof printBadges>[2]['choice']) => {
    const printed = await printBadges(services, scope, { choice, paper: 'sheet' });
    return printed.ok ? printed.registrationIds : printed.reason;
  };
  const all = await print({ onlyNew: true });
  if (typeof all === 'string') throw new Error(all);
  expect(all).toHaveLength(6);
  await rememberPrint(services, all);
  expect(await print({ onlyNew: true })).toBe('none');
  const late = await makeRegistration(database.db, { editionId: edition.id, category: 'press' });
  await makeRegistration(database.db, { editionId: edition.id, state: 'waiting' });
  expect(await print({ onlyNew: true })).toEqual([late.id]);
  expect(await print({ category: 'press' })).toHaveLength(2);
  expect(await print({ registrationId: all[0] })).toEqual([all[0]]);
  const other = await hall();
  expect(await printBadges(services, other.scope, { choice: { registrationId: late.id }, paper: 'card' })).toEqual({
    ok: false,
    reason: 'none',
  });
});
