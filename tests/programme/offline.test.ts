import { DomUtils, parseDocument } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import { loader } from '#app/programme/offline.route.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { buildEdition2023, type Edition2023 } from '#tests/support/edition-2023.ts';
import { useServices } from '#tests/support/services.ts';

const { findAll, getAttributeValue, textContent } = DomUtils;
const database = useDatabase();
const services = useServices(database);
let edition: Edition2023;

beforeAll(async () => {
  edition = await buildEdition2023(services, { minutes: 'none', programme: true });
}, 60_000);

async function fileFor(viewer: Edition2023['organiser'] | null) {
  const request = new Request('https://tertulia.example/editions/raict-2023/programme.html');
  const response = await loader({ request, params: { edition: 'raict-2023' }, context: contextOf(services, viewer) } as never);
  const html = await response.text();
  return { response, html, document: parseDocument(html) };
}

test('is one file to keep, which asks for nothing: no script, no address but those within it', async () => {
  const { response, html, document } = await fileFor(null);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="programme-raict-2023.html"');
  expect(html.startsWith('<!DOCTYPE html><html lang="fr">')).toBe(true);
  const all = findAll(() => true, document.children);
  expect(all.filter(({ name }) => ['script', 'link', 'img', 'iframe', 'form', 'object', 'base'].includes(name))).toEqual([]);
  expect(all.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
  const links = all.filter(({ name }) => name === 'a').map((link) => getAttributeValue(link, 'href') ?? '');
  expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  expect(html).not.toMatch(/https?:|url\(|@import/);
  // each leads somewhere, and nothing has the name of something else
  const ids = all.map((element) => getAttributeValue(element, 'id')).filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test('holds every session with its room, what it is about, and who has which part in it', async () => {
  const { document } = await fileFor(null);
  const articles = findAll(({ name }) => name === 'article', document.children);
  expect(articles).toHaveLength(15);
  const text = (slug: string) => textContent(articles.filter((one) => getAttributeValue(one, 'id') === slug));
  const plenary = text('raict-2023-pleniere');
  expect(plenary).toContain('Auditorium');
  expect(plenary).toContain('jumelages');
  expect(plenary).toMatch(/Présidence.+Interventions/);
  expect(textContent(document)).toContain('Déjeuner');
  expect(textContent(document)).toContain('Version 1 du programme');
});

test('names nobody who will not be there, and shows a members’ session to members only', async () => {
  const { db } = database;
  const gone = await db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .select(['attendances.id', 'attendances.familyName', 'meetings.slug'])
    .where('meetings.slug', '=', 'raict-2023-pleniere')
    .where(({ val, eb }) => eb(val('speaker'), '=', eb.fn.any('attendances.roles')))
    .executeTakeFirstOrThrow();
  const named = async () => {
    const { document } = await fileFor(null);
    return textContent(findAll((one) => one.attribs.id === gone.slug, document.children)).includes(gone.familyName);
  };
  expect(await named()).toBe(true);
  await db.updateTable('attendances').set({ answer: 'declined' }).where('id', '=', gone.id).execute();
  expect(await named()).toBe(false);
  await db.updateTable('meetings').set({ visibility: 'members' }).where('slug', '=', 'raict-2023-japon').execute();
  expect((await fileFor(null)).html).not.toContain('raict-2023-japon');
  expect((await fileFor(edition.organiser)).html).toContain('raict-2023-japon');
});
