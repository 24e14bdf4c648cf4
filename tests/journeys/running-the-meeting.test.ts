import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';
import { overflow, violations } from './violations.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const STEP = { timeout: 60_000 };

// One story, told in order: each step begins where the one before it ended.
describe('A meeting is run from its page', () => {
  const product = useProduct();
  const browser = useBrowser();
  let address: string;
  let ines: Room;
  let karim: Room;

  async function enter(role: Role, options = {}): Promise<Room> {
    const { page } = await browser.newVisitor(options);
    await signInAs(page, product.url, role);
    address ??= await findMonthlyMeeting(page, product.url);
    await page.goto(address);
    return openRoom(page);
  }

  beforeAll(async () => {
    ines = await enter('organiser');
    karim = await enter('participant');
  }, 60_000);

  const now = ({ page }: Room) => page.locator('.lv-pt[aria-current="step"]');
  const press = ({ page }: Room, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const isAt = async (room: Room, title: string) => {
    await now(room).filter({ hasText: title }).waitFor();
    await expect.poll(() => now(room).count()).toBe(1);
  };

  test('nobody has opened it: the hours are those planned, and only the organiser can open it', STEP, async () => {
    await expect.poll(() => ines.page.locator('.lv-end').innerText()).toMatch(/^fin prévue/);
    await expect.poll(() => karim.page.getByRole('button', { name: 'Ouvrir la réunion' }).count()).toBe(0);
    await press(ines, 'Ouvrir la réunion');
    for (const room of [ines, karim]) await isAt(room, 'Ouverture');
    await expect.poll(() => karim.page.locator('.lv-end').innerText()).toMatch(/^fin estimée/);
  });

  test('the clock counts down, silently, and the page around it stays as it is', STEP, async () => {
    const timer = now(karim).getByRole('timer');
    const [first, node] = [await timer.innerText(), await now(karim).elementHandle()];
    await expect.poll(() => timer.innerText(), { timeout: 5000 }).not.toBe(first);
    await expect.poll(() => timer.getAttribute('aria-label')).toMatch(/avant la fin prévue du point$/);
    expect(await node?.evaluate((element) => element.isConnected)).toBe(true);
    await expect.poll(() => karim.page.locator('.lv-live .num').innerText()).toMatch(/^0:\d\d$/);
  });

  test(
    '« Point suivant », by the button or by Ctrl+Enter in the text, goes on for everybody; five minutes are added; a pause stands still',
    STEP,
    async () => {
      await press(ines, 'Point suivant');
      for (const room of [ines, karim]) await isAt(room, 'Feuille de route');
      await karim.page.locator('.lv-pt--done', { hasText: 'Ouverture' }).waitFor();
      await karim.page.getByRole('status').filter({ hasText: 'Point en cours : Feuille de route' }).waitFor({ state: 'attached' });
      await ines.write('Feuille de route', 'Les activités du second semestre.');
      await ines.page.keyboard.press('Control+Enter');
      for (const room of [ines, karim]) await isAt(room, 'Groupe-pays Argentine');
      await karim.shows('Feuille de route', 'Les activités du second semestre.');
      await expect.poll(() => ines.section('Feuille de route').locator('br:not(.ProseMirror-trailingBreak)').count()).toBe(0);

      await press(ines, /^5\smin/);
      await now(karim).filter({ hasText: 'sur 25 min' }).waitFor();
      await press(ines, 'Mettre le minuteur en pause');
      await now(karim).filter({ hasText: 'en pause' }).waitFor();
      await press(ines, 'Relancer le minuteur');
      await now(karim).filter({ hasText: 'restantes' }).waitFor();
    },
  );

  test('whoever asks for the floor is given it, and named in the notes where both write', STEP, async () => {
    await karim.page.locator('.lv-ag').getByRole('button', { name: 'Demander la parole' }).click();
    await karim.page.getByText('Vous êtes la prochaine personne à prendre la parole.').waitFor();
    await press(ines, 'Donner la parole à Karim Belhadj');
    await karim.page.getByRole('status').filter({ hasText: 'Vous avez la parole.' }).waitFor();
    for (const room of [ines, karim]) await room.section('Groupe-pays Argentine').locator('p', { hasText: 'Karim Belhadj' }).waitFor();
    await expect.poll(() => karim.page.getByText('Demandent la parole').count()).toBe(0);
    await expect
      .poll(() => ines.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('Groupe-pays Argentine');
    await ines.page.keyboard.type('Nanterre travaille avec Córdoba.');
    await karim.shows('Groupe-pays Argentine', 'Nanterre travaille avec Córdoba.');
  });

  test('Ctrl+. asks for the floor from the text, and takes it back', STEP, async () => {
    await karim.write('Groupe-pays Haïti', 'Une question.');
    await karim.page.keyboard.press('Control+.');
    await ines.page.getByRole('button', { name: 'Donner la parole à Karim Belhadj' }).waitFor();
    // the same key takes back what his own page knows to be asked
    await karim.page.getByText('Vous êtes la prochaine personne à prendre la parole.').waitFor();
    await karim.page.keyboard.press('Control+.');
    await ines.page.getByRole('button', { name: 'Donner la parole à Karim Belhadj' }).waitFor({ state: 'detached' });
    await karim.page.keyboard.press('Control+/');
    await karim.page.locator('.notes-keys', { hasText: 'Demander la parole' }).waitFor();
    await karim.page.keyboard.press('Escape');
  });

  test('people sign in, by themselves or by the organiser’s list', STEP, async () => {
    await press(karim, 'Émarger');
    await karim.page.locator('.lv-seat', { hasText: /émargement signé à|Émargement signé à/ }).waitFor();
    await ines.page.getByRole('link', { name: 'Émargement' }).click();
    const list = ines.page.getByRole('dialog', { name: 'Liste d’émargement' });
    await expect.poll(() => list.getByRole('checkbox', { name: /Karim Belhadj/ }).isChecked()).toBe(true);
    const signed = await list.getByRole('status').innerText();
    await list.getByRole('checkbox', { name: /Alain Fauconnet/ }).check();
    await expect.poll(() => list.getByRole('status').innerText()).not.toBe(signed);
    await ines.page.keyboard.press('Escape');
  });

  test('a locked point says so, and nobody types in it until it is unlocked', STEP, async () => {
    await press(ines, 'Verrouiller les notes du point « Groupe-pays Argentine »');
    const section = karim.page.getByRole('region', { name: 'Groupe-pays Argentine', exact: true });
    await section.getByText('Notes verrouillées').waitFor();
    await expect.poll(() => karim.section('Groupe-pays Argentine').getAttribute('contenteditable')).toBe('false');
    await karim.write('Groupe-pays Argentine', 'Trop tard.');
    await karim.says('Enregistré');
    await expect.poll(() => karim.section('Groupe-pays Argentine').innerText()).not.toContain('Trop tard.');
    await press(ines, 'Déverrouiller les notes du point « Groupe-pays Argentine »');
    await section.getByText('Notes verrouillées').waitFor({ state: 'detached' });
    await karim.write('Groupe-pays Argentine', ' À temps.');
    await ines.shows('Groupe-pays Argentine', 'À temps.');
  });

  test('on a phone: the point and its clock over the notes, the floor in the bar, nothing wider than the screen', STEP, async () => {
    const phone = await enter('participant', PHONE);
    await phone.page.locator('.lv-strip', { hasText: 'point 3 sur 7' }).waitFor();
    await phone.page.locator('.composer').getByRole('button', { name: 'Demander la parole' }).click();
    await phone.page.locator('.composer').getByRole('button', { name: 'Retirer ma demande' }).click();
    for (const width of [390, 320]) {
      await phone.page.setViewportSize({ width, height: 844 });
      for (const pane of ['Notes', 'Ordre du jour', 'Présents']) {
        await phone.page.locator('.lv-tabs').getByRole('link', { name: pane }).click();
        expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
      }
    }
    expect(await violations(phone.page)).toEqual([]);
    await phone.page.context().close();
  });

  test('without network the clock goes on, and what needs the server waits for it', STEP, async () => {
    const { page } = karim;
    const ask = page.locator('.lv-ag').getByRole('button', { name: 'Demander la parole' });
    await page.context().setOffline(true);
    await karim.says('Hors ligne');
    await expect.poll(() => ask.isDisabled()).toBe(true);
    const timer = now(karim).getByRole('timer');
    const left = await timer.innerText();
    await expect.poll(() => timer.innerText(), { timeout: 5000 }).not.toBe(left);
    await press(ines, 'Mettre le minuteur en pause');
    await page.context().setOffline(false);
    // what changed meanwhile is told once it is back
    await now(karim).filter({ hasText: 'en pause' }).waitFor();
    await expect.poll(() => ask.isEnabled()).toBe(true);
    await press(ines, 'Relancer le minuteur');
  });

  test('closing asks first; then the clock stops and the participant reads, at once; the organiser still writes', STEP, async () => {
    await ines.page.getByRole('link', { name: 'Clore' }).click();
    const question = ines.page.getByRole('dialog', { name: 'Clore la réunion ?' });
    await question.getByText('4 points n’ont pas été traités').waitFor();
    expect(await violations(ines.page)).toEqual([]);
    await question.getByRole('button', { name: 'Clore la réunion' }).click();
    for (const { page } of [ines, karim]) await page.locator('.lv-closed', { hasText: 'Réunion close à' }).waitFor();
    await karim.says('Lecture seule');
    await expect.poll(() => karim.section('Groupe-pays Haïti').getAttribute('contenteditable')).not.toBe('true');
    await expect.poll(() => karim.page.getByRole('button', { name: 'Demander la parole' }).count()).toBe(0);
    await expect.poll(() => ines.page.getByRole('link', { name: 'Préparer le compte-rendu' }).getAttribute('href')).toMatch(/\/minutes$/);
    await ines.write('Groupe-pays Haïti', 'Ajouté après la séance.');
    await karim.shows('Groupe-pays Haïti', 'Ajouté après la séance.');
  });

  test('reopened, it goes on where it was: the participant writes again', STEP, async () => {
    await press(ines, 'Rouvrir la réunion');
    for (const room of [ines, karim]) await isAt(room, 'Groupe-pays Argentine');
    await karim.says('Enregistré');
    await karim.write('Groupe-pays Haïti', ' Karim poursuit.');
    await ines.shows('Groupe-pays Haïti', 'Karim poursuit.');
  });

  test('all of it works without scripts', STEP, async () => {
    const { page } = await browser.newVisitor({ javaScriptEnabled: false });
    await signInAs(page, product.url, 'organiser');
    await page.goto(address);
    await page.getByRole('button', { name: 'Relancer le minuteur' }).click();
    await page.getByRole('button', { name: 'Point suivant' }).click();
    await page.locator('.lv-pt--now', { hasText: 'Groupe-pays Haïti' }).waitFor();
    await page.getByRole('link', { name: 'Clore' }).click();
    await page.getByRole('button', { name: 'Clore la réunion' }).click();
    await page.locator('.lv-closed').waitFor();
    await page.getByRole('button', { name: 'Rouvrir la réunion' }).click();
    await isAt(karim, 'Groupe-pays Haïti');
  });
});
