import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOMS, SLOTS, TRACKS } from '#db/demo/edition-2023/session.ts';
import { EDITION, SESSIONS } from '#db/demo/edition-2023.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { hydrated } from '#tests/support/hydrated.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { overflow, violations } from './violations.ts';

// The RAICT of 2023, built anew for today and tomorrow, so that one can come to it: programme, delegation, doors without a
// network, two sessions noted at once, both published, one volume. Each test continues the one before.

const product = useProduct();
const browser = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WAIT = { timeout: 15_000 };

const TODAY = Temporal.Now.plainDateISO('Europe/Paris');
const TOMORROW = TODAY.add({ days: 1 });
/** The same day of this edition as of the real one. */
const dayOf = (day: string) => (day === EDITION.startsOn ? TODAY : TOMORROW).toString();
/** Hours at which sessions run, as the lists of hours have them: after « sans horaire ». */
const HOURS = SLOTS.filter(({ kind }) => kind !== 'break');
const hourOf = (start: string) => 1 + HOURS.findIndex(({ day, startsAt }) => `${day}T${startsAt}` === start);
const FULL = 'odd';
const NOTED = ['afrique', 'outre-mer'] as const;

let organiser: Page;
let phone: Page;
let karim: Page;
let edition = '';
/** Addresses of the sessions by what they are called in the demo's own edition. */
const slugs = new Map<string, string>();

const at = (path: string) => `${product.url}/editions/${edition}${path}`;
const slugOf = (session: string) => slugs.get(session) ?? '';
const titleOf = (session: string) => SESSIONS.find(({ slug }) => slug === session)?.title ?? '';
const section = (page: Page, title: string) => page.locator('.notes__s', { has: page.getByRole('heading', { name: title }) });

async function looksRight(page: Page): Promise<void> {
  // what the masthead covers half counts as a target of half its height
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

/** Fills the form that adds a slot, a room or a track, and waits until it is in the list. */
async function add(button: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>): Promise<void> {
  const form = organiser.locator('form', { has: organiser.getByRole('button', { name: button }) });
  const id = form.locator('input[name="id"]');
  const before = await id.inputValue();
  await fill(form);
  await form.getByRole('button', { name: button }).click();
  await expect.poll(() => id.inputValue()).not.toBe(before);
}

describe('an edition, from its programme to its volume', () => {
  beforeAll(async () => {
    organiser = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    karim = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    phone = (await browser.newVisitor(PHONE)).page;
    await signInAs(organiser, product.url, 'organiser');
    await signInAs(karim, product.url, 'participant');
  });

  test('an organiser opens it: its days, its hours, its rooms, its tracks', async () => {
    await organiser.goto(`${product.url}/editions/new`);
    await organiser.locator('select[name="group"]').selectOption('raict');
    await organiser.getByLabel('Nom', { exact: true }).fill('Quatorzième RAICT');
    await organiser.locator('input[name="startsOn"]').fill(TODAY.toString());
    await organiser.locator('input[name="endsOn"]').fill(TOMORROW.toString());
    await organiser.locator('input[name="place"]').fill(EDITION.place);
    await organiser.locator('textarea[name="summary"]').fill(EDITION.summary);
    await organiser.getByRole('button', { name: 'Créer l’édition' }).click();
    await organiser.waitForURL(/\/editions\/(?!new)[^/]+/);
    edition = new URL(organiser.url()).pathname.split('/')[2] ?? '';
    await organiser.goto(at('/prepare/frame'));
    for (const { day, startsAt, endsAt, kind, label } of SLOTS)
      await add('Ajouter un créneau', async (form) => {
        await form.locator('select[name="day"]').selectOption(dayOf(day));
        await form.locator('input[name="startsAt"]').fill(startsAt);
        await form.locator('input[name="endsAt"]').fill(endsAt);
        await form.locator('select[name="kind"]').selectOption(kind);
        await form.locator('input[name="label"]').fill(label);
      });
    for (const [name, seats] of Object.entries(ROOMS))
      await add('Ajouter une salle', async (form) => {
        await form.locator('input[name="name"]').fill(name);
        await form.locator('input[name="capacity"]').fill(String(seats));
      });
    for (const name of TRACKS) await add('Ajouter un parcours', (form) => form.locator('input[name="name"]').fill(name));
    await looksRight(organiser);
  }, 180_000);

  test('and its fifteen sessions, each in its hour and room', async () => {
    for (const session of SESSIONS) {
      await organiser.goto(at('/prepare/sessions/new'));
      await organiser.locator('input[name="title"]').fill(session.title);
      await organiser.locator('textarea[name="summary"]').fill(session.summary);
      if (session.slug === FULL) await organiser.locator('input[name="capacity"]').fill('2');
      await organiser.getByRole('button', { name: 'Créer la session' }).click();
      await organiser.waitForURL(/\/prepare\/sessions\/(?!new)[^/]+/);
      slugs.set(session.slug, new URL(organiser.url()).pathname.split('/').at(-1) ?? '');
      await organiser.locator('select[name="slot"]').selectOption({ index: hourOf(session.start) });
      await organiser.locator('select[name="room"]').selectOption({ index: 1 + Object.keys(ROOMS).indexOf(session.room) });
      await organiser.locator('select[name="track"]').selectOption({ index: 1 + TRACKS.indexOf(session.track) });
      await organiser.getByRole('button', { name: 'Placer', exact: true }).click();
      await organiser.waitForURL(/said=placed/);
    }
    await organiser.goto(at('/prepare'));
    await expect.poll(() => organiser.locator('main').innerText()).toContain('Toutes les sessions ont un horaire');
    await looksRight(organiser);
  }, 240_000);

  test('nobody sees the draft; published, it is a grid on a desktop and a list by the hour on a phone', async () => {
    await phone.goto(at('/programme'));
    await expect.poll(() => phone.locator('main').innerText()).not.toContain(titleOf('japon'));
    await organiser.goto(at('/prepare/publish'));
    await organiser.locator('button[name="intent"][value="publish"]').click();
    await organiser.getByText('Le programme est publié', { exact: false }).waitFor(WAIT);
    for (const page of [organiser, phone]) {
      await page.goto(at('/programme'));
      await expect.poll(() => page.locator('.pg__day h3').count()).toBe(SESSIONS.length);
      await looksRight(page);
    }
  });

  test('an organisation registers a delegation on a phone: two get the last places of a session, the third waits', async () => {
    await organiser.goto(at('/registrations/settings'));
    const open = organiser.locator('input[name="opensOn"]');
    await open.fill(TODAY.toString());
    await organiser.locator('input[name="closesOn"]').fill(TOMORROW.toString());
    const takes = organiser.locator('input[name="takesSessions"]');
    if (!(await takes.isChecked())) await takes.check({ force: true });
    await organiser.locator('button[name="intent"][value="settings"]').click();
    await organiser.getByRole('status').first().waitFor(WAIT);

    await phone.goto(at('/register/delegation'));
    await phone.locator('input[name="organisation"]').fill('Ville de Nanterre');
    await phone.locator('input[name="contactGivenName"]').fill('Solène');
    await phone.locator('input[name="contactFamilyName"]').fill('Keravel');
    await phone.locator('input[name="contactEmail"]').fill('solene.keravel@nanterre.example.org');
    await phone.getByRole('button', { name: 'Ajouter trois lignes' }).click();
    await phone.locator('#person-5').waitFor(WAIT);
    for (const [index, name] of ['Amadou', 'Béatriz', 'Chloé'].entries()) {
      const person = phone.locator(`#person-${index + 1}`);
      await person.locator('input[name$="givenName"]').fill(name);
      await person.locator('input[name$="familyName"]').fill('Vauquelin');
      await person.locator('input[name$="email"]').fill(`p${index + 1}.vauquelin@nanterre.example.org`);
      const more = person.locator('summary');
      if (!(await person.locator('input[type="checkbox"]').first().isVisible())) await more.click();
      await person.locator('label', { hasText: 'Les ODD' }).locator('input').check({ force: true });
    }
    await looksRight(phone);
    await phone.getByRole('button', { name: 'Inscrire la délégation' }).click();
    await phone.getByText('La délégation est inscrite.').waitFor(WAIT);
    await looksRight(phone);
    await organiser.goto(at('/programme'));
    const card = organiser.locator('.ses', { hasText: 'Les ODD' });
    await expect.poll(() => card.innerText()).toMatch(/[Cc]omplet/);
  });

  test('a place that frees goes to whoever waits, with a mail', async () => {
    await followMail(phone, product.url, { to: 'p1.vauquelin@nanterre.example.org', subject: /Quatorzième RAICT/, link: /inscription/i });
    await looksRight(phone);
    const own = phone.locator('label', { hasText: 'Les ODD' }).locator('input');
    await expect.poll(() => own.isChecked()).toBe(true);
    await own.uncheck({ force: true });
    await phone.locator('button[name="intent"][value="sessions"]').click();
    await phone.getByRole('status').first().waitFor(WAIT);
    const mail = phone.locator('.mailbox__list li').filter({ hasText: 'p3.vauquelin@nanterre.example.org' }).filter({ hasText: /place/i });
    const arrived = async () => (await phone.goto(`${product.url}/mailbox`)) !== null && mail.first().isVisible();
    await expect.poll(arrived, { timeout: 30_000, interval: 300 }).toBe(true);
  });

  test('at the door a phone without a network lets them in, and tells when it is back', async () => {
    await organiser.goto(at('/check-in'));
    await hydrated(organiser.getByRole('button', { name: 'Créer la porte' }));
    await organiser.getByLabel('Nom de la porte').fill('Porte A');
    await organiser.getByRole('button', { name: 'Créer la porte' }).click();
    const address = await organiser.locator('#door-link').inputValue(WAIT);
    const { page: door, context } = await browser.newVisitor(PHONE);
    await door.goto(address);
    await door.getByText('Prête sans réseau').waitFor(WAIT);
    await looksRight(door);
    await context.setOffline(true);
    await door.reload();
    for (const name of ['amadou', 'béatriz']) {
      await door.getByLabel('Code du badge ou nom').fill(name);
      await door.getByRole('button', { name: 'Vérifier' }).click();
      await door.locator('.dr-say__in').getByText('Bienvenue').waitFor(WAIT);
      await door.locator('.dr-say__in').getByText(name, { exact: false }).first().waitFor(WAIT);
    }
    await door.getByText('2 en attente').waitFor(WAIT);
    await context.setOffline(false);
    await expect.poll(() => door.getByText('en attente').count(), { timeout: 30_000 }).toBe(0);
    await organiser.goto(at('/check-in'));
    await expect.poll(() => organiser.locator('main').innerText()).toMatch(/2 (sur|\/)|\b2\b/);
  });

  test('all sessions are given the same headings, and one of them a rapporteur', async () => {
    await organiser.goto(at('/headings'));
    await organiser.getByRole('button', { name: /^Partir de Résumé/ }).click();
    await organiser.getByRole('button', { name: 'À toutes les sessions' }).click();
    await organiser.getByRole('status').first().waitFor(WAIT);
    await organiser.goto(`${at(`/rapporteurs/${slugOf(NOTED[1])}`)}?q=Belhadj`);
    await organiser.getByRole('button', { name: 'Désigner Karim Belhadj' }).click();
    await organiser.getByRole('status').first().waitFor(WAIT);
    await organiser.goto(at('/rapporteurs'));
    await expect.poll(() => organiser.locator('main').innerText()).toContain('Karim Belhadj');
    await looksRight(organiser);
  });

  test('two sessions are noted at the same time, one by its rapporteur', async () => {
    const rooms = [
      [organiser, NOTED[0], 'La coopération entre les peuples se poursuit, dit la salle.'],
      [karim, NOTED[1], 'Il est temps de passer à l’action, ensemble, outre-mer.'],
    ] as const;
    for (const [page, session] of rooms) {
      await page.goto(`${product.url}/meetings/${slugOf(session)}/live`);
      await section(page, 'Conclusion')
        .locator('[contenteditable="true"]')
        .waitFor({ ...WAIT, state: 'attached' });
    }
    await Promise.all(
      rooms.map(async ([page, , words]) => {
        await section(page, 'Conclusion').locator('[contenteditable="true"]').click();
        await page.keyboard.type(words);
        await page.locator('.lv-save', { hasText: 'Enregistré' }).waitFor(WAIT);
      }),
    );
  });

  test('both are published', async () => {
    for (const session of NOTED) {
      await organiser.goto(`${product.url}/meetings/${slugOf(session)}/minutes/publish`);
      await organiser.getByRole('button', { name: 'Publier la version 1' }).click();
      await organiser.waitForURL(`${product.url}/minutes/${slugOf(session)}`);
    }
  });

  test('one click binds the volume, which everybody reads on the web and as an accessible PDF with its contents', async () => {
    await organiser.goto(at('/volume/prepare'));
    await looksRight(organiser);
    await organiser.getByRole('button', { name: 'Relier le recueil' }).click();
    await organiser.waitForURL(/\/volume(\/v\/1)?(\?|#|$)/);
    await phone.goto(at('/volume'));
    await expect.poll(() => phone.locator('main').innerText()).toContain('Réunion Outre-mer');
    await looksRight(phone);
    const link = phone.locator('a[href$=".pdf"]').first();
    const made = async () => (await phone.goto(at('/volume'))) !== null && link.isVisible();
    await expect.poll(made, { timeout: 45_000, interval: 500 }).toBe(true);
    const answer = await phone.context().request.get(new URL((await link.getAttribute('href')) ?? '', product.url).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.body())), { mergePages: true });
    for (const words of ['Quatorzième RAICT', 'Réunion Outre-mer', 'passer à l’action', 'se poursuit, dit la salle'])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
  }, 120_000);
});
