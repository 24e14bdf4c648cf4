import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const visitors = useBrowser();

/** The demo's organiser, in a browser that runs no script: every one of these pages works without. */
async function organiser(): Promise<Page> {
  const { page } = await visitors.newVisitor({ javaScriptEnabled: false });
  await signInAs(page, product.url, 'organiser');
  return page;
}

async function openGroup(page: Page, name: string): Promise<string> {
  await page.goto(`${product.url}/groups/new`);
  await page.getByLabel('Nom du groupe').fill(name);
  await page.getByRole('button', { name: 'Créer le groupe' }).click();
  await page.waitForURL('**/members');
  return page.url();
}

const people = (page: Page) => page.locator('.mb__r .person__n').allTextContents();

test('an organiser opens a group, and imports the table of real minutes: corrects a line, tells namesakes apart, finds everyone there', async () => {
  const page = await organiser();
  const members = await openGroup(page, 'Groupe-pays Brumes');
  await page.getByRole('link', { name: 'Importer une liste' }).click();
  await page.getByLabel('Tableau').fill(`| Organisme | Prénom | Nom | Fonction | Courriel |
|--|-----------|-------|--|--|
| CONSEIL REGIONAL DES BRUMES | Sophie | LE GALL | Chargée de Mission | |
| Conseil régional des Brumes | Marie- Laure | GAUDIN | Cheffe de service | ac.gaudin@brumes |
| Ville d’ailleurs | Karim | BELHADJ | Adjoint | |
| CUF | <script>alert(1)</script> | Balise | | |`);
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await expect.poll(() => page.locator('.im__sum').innerText()).toContain('1 ligne à corriger');
  await expect.poll(() => page.locator('.im__sum').innerText()).toContain('1 à départager');

  await page.getByRole('button', { name: 'Importer dans le groupe' }).click();
  await page.getByText('Dites si c’est la même personne').first().waitFor();
  await page.goto(members);
  expect(await people(page)).toEqual(['Inès Robledo']);

  await page.goBack();
  await page.getByLabel('Adresse e-mail').fill('ac.gaudin@brumes.exemple');
  await page.getByLabel('Non, c’est quelqu’un d’autre').check();
  await page.getByRole('button', { name: 'Importer dans le groupe' }).click();
  await page.getByText('4 personnes ajoutées au groupe.').waitFor();
  expect(await people(page)).toEqual([
    'Inès Robledo',
    '<script>alert(1)</script> Balise',
    'Karim Belhadj',
    'Marie-Laure Gaudin',
    'Sophie Le Gall',
  ]);

  await page.goto(`${product.url}/directory?q=brumes`);
  await expect.poll(() => page.locator('.do__n').allTextContents()).toEqual(['Conseil régional des Brumes']);
});

test('a file in Windows-1252 with semicolons is read; a workbook, a large file and a table without names are refused in words', async () => {
  const page = await organiser();
  const members = await openGroup(page, 'Groupe des fichiers');
  const upload = async (name: string, buffer: Buffer) => {
    await page.goto(`${members.split('#')[0]}/import`);
    await page.getByLabel('ou fichier CSV').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  };
  await upload('excel.csv', Buffer.from('Pr\xe9nom;Nom\r\nZo\xe9;L\x92H\xe9ritier\r\n', 'latin1'));
  await page.getByText('Zoé L’Héritier').waitFor();
  await upload('classeur.xlsx', Buffer.from('PK\u0003\u0004rest'));
  await page.getByText('Ce fichier est un classeur').first().waitFor();
  await upload('grand.csv', Buffer.alloc(1_000_001, 'a'));
  await page.getByText('dépasse 1 Mo').first().waitFor();
  await upload('immense.csv', Buffer.alloc(1_900_000, 'a'));
  await page.getByText('dépasse 1 Mo').first().waitFor();
  await upload('liste.csv', Buffer.from('Bonjour\nvoici la liste'));
  await page.getByText('Aucune colonne de noms').first().waitFor();
});

test('2,000 rows go through the preview and the import in less than fifteen seconds', async () => {
  const page = await organiser();
  const members = await openGroup(page, 'Groupe nombreux');
  const rows = Array.from({ length: 2000 }, (_, at) => `Grand${at};Prénom;Ville numéro ${at % 200};Élue;grand${at}@nombreux.exemple`);
  const started = performance.now();
  await page.goto(`${members.split('#')[0]}/import`);
  await page.getByLabel('ou fichier CSV').setInputFiles({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['nom;prénom;organisme;fonction;courriel', ...rows].join('\n')),
  });
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await page.getByText('2000 seront ajoutées').first().waitFor();
  await page.getByRole('button', { name: 'Importer dans le groupe' }).click();
  await page.getByText('2000 personnes ajoutées au groupe.').waitFor();
  expect(performance.now() - started).toBeLessThan(15_000);
  await expect.poll(() => page.locator('.mb__r').count()).toBe(100);
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await expect.poll(() => page.locator('.mb__r').count()).toBe(100);
  await page.getByRole('searchbox').fill('grand1999');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.locator('.person__n', { hasText: 'Prénom Grand1999' }).waitFor();
}, 60_000);

test('a member who is removed no longer opens the group’s pages', async () => {
  const page = await organiser();
  const members = await openGroup(page, 'Groupe fermé');
  const address = (members.split('#')[0] ?? '').replace('/members', '');
  await page.goto(`${address}/edit`);
  await page.getByLabel('Ses membres seulement').check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const { page: other } = await visitors.newVisitor({ javaScriptEnabled: false });
  await signInAs(other, product.url, 'member');
  const nameOfMember = await other.locator('.mast .who__n').first().innerText();
  expect((await other.goto(address))?.status()).toBe(404);

  const [given, ...family] = nameOfMember.split(' ');
  await page.goto(members);
  await page.getByLabel('Prénom').fill(given ?? '');
  await page.getByLabel('Nom', { exact: true }).fill(family.join(' '));
  await page.getByRole('button', { name: 'Ajouter au groupe' }).click();
  await page.getByLabel(`Oui, c’est ${nameOfMember}`).check();
  await page.getByRole('button', { name: 'Ajouter au groupe' }).click();
  await page.getByText('La personne est ajoutée au groupe.').waitFor();
  expect((await other.goto(address))?.status()).toBe(200);

  const row = page.locator('.mb__r', { hasText: nameOfMember });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Retirer du groupe' }).click();
  await page.getByText('Son accès est fermé').waitFor();
  expect((await other.goto(address))?.status()).toBe(404);

  const self = page.locator('.mb__r', { hasText: 'Inès Robledo' });
  await self.locator('summary').click();
  await self.getByRole('button', { name: 'Retirer du groupe' }).click();
  await page.getByText('Un groupe garde au moins une personne qui l’anime').waitFor();
});

test('two organisers who edit the same person: the second sees both versions, and decides', async () => {
  const [first, second] = [await organiser(), await organiser()];
  for (const page of [first, second]) {
    await page.goto(`${product.url}/directory?q=chartres`);
    await page.getByRole('link', { name: 'Corriger Alain Fauconnet' }).click();
    await page.getByLabel('Fonction').waitFor();
  }
  await first.getByLabel('Fonction').fill('Directeur');
  await first.getByRole('button', { name: 'Enregistrer' }).click();
  await first.getByText('La fiche est enregistrée').waitFor();
  await second.getByLabel('Fonction').fill('Directeur adjoint');
  await second.getByRole('button', { name: 'Enregistrer' }).click();
  await second.getByText('Quelqu’un a modifié cette fiche').waitFor();
  await expect.poll(() => second.locator('.both tbody').innerText()).toMatch(/Directeur\s+Directeur adjoint/);
  await second.getByRole('button', { name: 'Enregistrer' }).click();
  await second.getByText('La fiche est enregistrée').waitFor();
  await expect.poll(() => second.getByLabel('Fonction').inputValue()).toBe('Directeur adjoint');
});
