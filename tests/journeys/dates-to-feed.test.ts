import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { overflow, violations } from './violations.ts';

// From « quelle date ? » to the calendars of those who come. Each test continues the one before.

const product = useProduct();
const browser = useBrowser();
const TITLE = 'Préparer la rencontre de printemps';
const KARIM = 'karim.belhadj@example.org';

let organiser: Page;
let phone: Page;
let slug = '';

const YEAR = Temporal.Now.plainDateISO('Europe/Paris').year + 1;
/** The third Tuesday is the one from the 15th to the 21st. */
const thirdTuesday = (month: number) => {
  const fifteenth = Temporal.PlainDate.from({ year: YEAR, month, day: 15 });
  return fifteenth.add({ days: (9 - fifteenth.dayOfWeek) % 7 }).toString();
};
const day = (later: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days: later }).toString();
const meeting = (path = '') => `${product.url}/meetings/${slug}${path}`;

async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

/** The newest mail of this subject to Karim, opened in the demo's mailbox; gives its calendar part. */
async function openMail(subject: RegExp): Promise<string> {
  const mail = phone
    .locator('.mailbox__list li')
    .filter({ hasText: KARIM })
    .filter({ hasText: subject })
    .filter({ hasText: TITLE })
    .first();
  const arrived = async () => (await phone.goto(`${product.url}/mailbox`)) !== null && mail.isVisible();
  // news of a change waits for further ones, ten seconds in the demo
  await expect.poll(arrived, { interval: 200, timeout: 40_000 }).toBe(true);
  await mail.getByRole('link').click();
  await phone.locator('.mail__frame').waitFor();
  return (await phone.locator('.mail__part pre').allTextContents()).find((text) => text.includes('BEGIN:VCALENDAR')) ?? '';
}

const eventIn = (calendar: string) => new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');

describe('from a question about dates to calendars that are right', () => {
  beforeAll(async () => {
    organiser = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    phone = (await browser.newVisitor({ viewport: { width: 390, height: 844 } })).page;
    await signInAs(organiser, product.url, 'organiser');
  });

  test('an organiser asks two people for dates, and sees how many are written to before anybody is', async () => {
    await organiser.goto(`${product.url}/groups/dalc/polls/new`);
    await organiser.getByLabel('Titre de la réunion').fill(TITLE);
    await organiser.getByLabel('Durée en minutes').fill('90');
    for (const [row, later] of [30, 31].entries()) {
      await organiser.locator('input[name="day"]').nth(row).fill(day(later));
      await organiser.locator('input[name="starts"]').nth(row).fill('15:00');
    }
    await organiser.locator('input[name="person"]').evaluateAll((boxes: HTMLInputElement[]) => {
      for (const box of boxes) box.checked = /Karim Belhadj|Paula Quintero/.test(box.closest('label')?.textContent ?? '');
    });
    await organiser.getByLabel('Répondre jusqu’au').fill(day(10));
    await organiser.locator('button[name="intent"][value="check"]').last().click();
    const open = organiser.locator('button[name="intent"][value="open"]');
    await expect.poll(() => open.innerText()).toContain('2 personnes');
    await looksRight(organiser);
    await open.click();
    await organiser.getByRole('status').filter({ hasText: '2' }).waitFor();
  });

  test('one of them says on a phone, without an account, when they can come', async () => {
    await followMail(phone, product.url, { to: KARIM, subject: new RegExp(TITLE), link: /Donner mes disponibilités/ });
    await looksRight(phone);
    for (const [date, word] of ['Oui', 'Si besoin'].entries())
      await phone.getByRole('radiogroup').nth(date).getByRole('radio', { name: word }).check({ force: true });
    await phone.getByText('Vos réponses sont enregistrées.').first().waitFor();
    await looksRight(phone);
  });

  test('she chooses a date, which makes the meeting and invites them in the same click', async () => {
    await organiser.reload();
    await expect.poll(() => organiser.locator('main').innerText()).toContain('Karim Belhadj');
    await organiser
      .getByRole('button', { name: /^Retenir le .* et inviter 2 personnes/ })
      .first()
      .click();
    await organiser.waitForURL(/\/meetings\/[^/?]+/);
    slug = new URL(organiser.url()).pathname.split('/').at(-1) ?? '';
    await organiser.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await looksRight(organiser);
  });

  test('his calendar accepts the invitation, and the organiser sees the answer', async () => {
    const event = eventIn(await openMail(/^Invitation|Invitation/));
    expect(event?.getFirstPropertyValue('sequence')).toBe(0);
    await phone.getByRole('button', { name: 'Accepter dans l’agenda' }).click();
    await phone.getByText('L’agenda a répondu, et la réponse est enregistrée.').waitFor();
    await looksRight(phone);
    await organiser.goto(meeting('/attendees'));
    await expect
      .poll(() => organiser.locator('tr', { hasText: 'Karim Belhadj' }).first().innerText())
      .toMatch(/Sur place|À distance|Présent/);
  });

  test('the meeting moves: one mail says from when to when, and the entry moves with it', async () => {
    await organiser.goto(meeting('/edit'));
    await organiser.getByLabel('De', { exact: true }).fill('16:00');
    await organiser.getByLabel('À', { exact: true }).fill('17:30');
    await organiser
      .getByRole('button', { name: /Enregistrer/ })
      .first()
      .click();
    await organiser.waitForURL(meeting());
    await organiser.goto(meeting('/mails'));
    await organiser.getByRole('heading', { name: 'Courriels', exact: true }).waitFor();
    await looksRight(organiser);
    const event = eventIn(await openMail(/Nouvel/));
    expect(event?.getFirstPropertyValue('sequence')).toBe(1);
    expect(String(event?.getFirstPropertyValue('dtstart'))).toContain('T16:00');
  });

  test('regular meetings come from a rule, and nothing is made before its dates were seen', async () => {
    await organiser.goto(`${product.url}/groups/dalc/series/new`);
    await organiser.getByLabel('Titre', { exact: true }).fill('Point du troisième mardi');
    await organiser.locator('input[name="pattern"][value="weekday"]').check({ force: true });
    await organiser.getByLabel('Quelle semaine').selectOption({ label: '3e' });
    await organiser.locator('select[name="monthlyDay"]').selectOption({ label: 'mardi' });
    await organiser.getByLabel('Heure de début').fill('15:00');
    await organiser.getByLabel('À partir du').fill(`${YEAR}-05-01`);
    await organiser.getByLabel('Dernier jour possible').fill(`${YEAR}-10-31`);
    await organiser.getByLabel('août', { exact: true }).check({ force: true });
    await organiser.getByRole('button', { name: 'Voir les dates' }).last().click();
    // the third Tuesdays of May to October without August
    await expect
      .poll(() => organiser.locator('input[name="keep"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)))
      .toEqual([5, 6, 7, 9, 10].map(thirdTuesday));
    await looksRight(organiser);
    await organiser.locator(`input[name="keep"][value="${thirdTuesday(7)}"]`).uncheck({ force: true });
    await organiser.locator('button[name="intent"][value="publish"]').last().click();
    await organiser.waitForURL(/\/series\/[\w-]+/);
    await expect.poll(() => organiser.locator('main').innerText()).toContain('3e mardi du mois');
    await looksRight(organiser);
  });

  test('the meeting is called off: he is told, and the entry in his calendar with him', async () => {
    await organiser.goto(meeting('/cancel'));
    await organiser.getByRole('button', { name: /^Annuler.* 2 personnes/ }).click();
    await organiser.waitForURL(meeting());
    const calendar = await openMail(/Annulée/);
    expect(calendar).toContain('METHOD:CANCEL');
    expect(eventIn(calendar)?.getFirstPropertyValue('sequence')).toBe(2);
  });

  test('whoever subscribed sees the same: called off and still there, and the series', async () => {
    const answer = await fetch(`${product.url}/feeds/groups/dalc.ics`);
    const text = await answer.text();
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      summary: String(event.getFirstPropertyValue('summary')),
      status: String(event.getFirstPropertyValue('status')),
      sequence: event.getFirstPropertyValue('sequence'),
    }));
    const off = entries.find(({ summary }) => summary.includes(TITLE));
    expect(off).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    expect(entries.filter(({ summary }) => summary === 'Point du troisième mardi')).toHaveLength(4);
    // a second reader, of other authors, finds the same entries
    const others = Object.values(nodeIcal.sync.parseICS(text)).filter((entry) => entry?.type === 'VEVENT');
    expect(others.map((entry) => entry.uid).sort()).toEqual(entries.map(({ uid }) => uid).sort());
    const again = await fetch(`${product.url}/feeds/groups/dalc.ics`, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});
