import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { findMonthlyMeeting } from './live-room.ts';
import { overflow, violations } from './violations.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('without an account', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  test('a speaker says who they are and sends a portrait, which the page of their session then shows', { timeout: 90_000 }, async () => {
    const { page: ines } = await newVisitor();
    await signInAs(ines, product.url, 'organiser');
    await ines.goto(`${product.url}/editions/raict-2023/speakers`);
    await ines.getByLabel('Session', { exact: true }).selectOption({ index: 1 });
    await ines.getByLabel('Prénom').fill('Rosalía');
    await ines.getByLabel('Nom', { exact: true }).fill('Ibarra Quesada');
    await ines.getByLabel('Adresse électronique').fill('rosalia@quito.example');
    await ines.getByRole('button', { name: 'Ajouter' }).click();
    await ines.getByText('La personne est ajoutée.').waitFor();
    await ines.getByRole('button', { name: 'Envoyer un lien à Rosalía Ibarra Quesada' }).click();
    await ines.getByText('1 courriel part maintenant.').waitFor();

    const { page: rosalia } = await newVisitor({ ...PHONE, javaScriptEnabled: false });
    await followMail(rosalia, product.url, { to: 'rosalia@quito.example', subject: /Votre participation/, link: /Ouvrir ma page/ });
    await rosalia.getByLabel('Fonction').fill('Directrice du climat');
    await rosalia.getByLabel('Quelques lignes sur vous').fill('Quinze ans de plans climat.');
    await rosalia.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await rosalia.getByText('C’est enregistré.').waitFor();
    await rosalia.getByLabel('Choisir une photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ') });
    await rosalia.getByRole('button', { name: 'Envoyer la photo' }).click();
    await rosalia.getByText('Ce fichier n’est pas une photo que nous savons lire.').waitFor();
    const buffer = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#7a4b2a' } })
      .jpeg()
      .toBuffer();
    await rosalia.getByLabel('Choisir une photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await rosalia.getByRole('button', { name: 'Envoyer la photo' }).click();
    await rosalia.getByRole('img', { name: 'Portrait de Rosalía Ibarra Quesada' }).waitFor();
    expect(await overflow(rosalia)).toBeLessThanOrEqual(0);

    await ines.reload();
    await ines
      .getByRole('row', { name: /Ibarra Quesada/ })
      .locator('.spk-parts')
      .getByRole('link')
      .click();
    const shown = ines.getByRole('img', { name: 'Rosalía Ibarra Quesada' });
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);
    await ines.getByText('Quinze ans de plans climat.').waitFor();
    expect(await violations(ines)).toEqual([]);
  });

  test('a phone of the room votes, with scripts and without, and the screen counts', { timeout: 90_000 }, async () => {
    const { page: ines } = await newVisitor();
    await signInAs(ines, product.url, 'organiser');
    const live = await findMonthlyMeeting(ines, product.url);
    await ines.goto(`${live}/phones`);
    await ines.getByRole('button', { name: 'Ouvrir le vote aux téléphones' }).click();
    const said = await ines.getByText(/^Ouvert\. Code/).innerText();
    const code = said.split(':')[1]?.replace(/\s/g, '') ?? '';
    await ines.getByRole('link', { name: 'Écran pour la salle' }).click();
    await ines.getByRole('img', { name: 'Code QR qui ouvre le vote' }).waitFor();

    const [{ page: bare }, { page: phone }] = [await newVisitor({ ...PHONE, javaScriptEnabled: false }), await newVisitor(PHONE)];
    await bare.goto(`${product.url}/live?code=${code.toUpperCase()}`);
    await phone.goto(`${product.url}/live/${code}`);
    await phone.getByText('Rien n’est encore demandé.').waitFor();
    expect(await violations(phone)).toEqual([]);

    const { page: second } = await newVisitor();
    await signInAs(second, product.url, 'organiser');
    await second.goto(`${live}/polls/new`);
    await second.getByLabel('Question').fill('Quel format ?');
    await second.getByLabel('Réponse 1').fill('Par thème');
    await second.getByLabel('Réponse 2').fill('Par pays');
    await second.getByRole('button', { name: 'Ouvrir le sondage' }).click();

    // the page with scripts finds the question by itself
    await phone.getByRole('button', { name: 'Par thème' }).click({ timeout: 20_000 });
    await phone.getByText('Votre vote est compté.').waitFor();
    await bare.reload();
    await bare.getByRole('button', { name: 'Par pays' }).click();
    await bare.getByRole('button', { name: 'Par thème' }).click();
    await bare.locator('[aria-pressed=true]').filter({ hasText: 'Par thème' }).waitFor();
    await ines.getByText('2 votes', { exact: true }).waitFor();
    expect(await violations(ines)).toEqual([]);
    expect(await violations(phone)).toEqual([]);
    await second.goto(`${live}/phones`);
    await second.getByRole('button', { name: 'Mettre dans les notes' }).click();
    await second.getByText('Résultat inséré dans les notes').waitFor();
    await phone.getByText('Le vote est clos.').waitFor({ timeout: 20_000 });
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
  });
});
