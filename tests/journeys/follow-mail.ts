import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface MailToFollow {
  to: string;
  subject: RegExp;
  /** Words of the link in it. */
  link: RegExp;
}

/**
 * Waits for a mail in the demo's mailbox, opens it and follows the link of that name. Its path is taken to `url`: mails of the
 * demo itself were sent by the product that filled it for the whole run (tests/support/filled-data.ts), at another port.
 */
export async function followMail(page: Page, url: string, { to, subject, link }: MailToFollow): Promise<void> {
  const mail = page.locator('.mailbox__list li').filter({ hasText: to }).filter({ hasText: subject }).first();
  const arrived = async () => (await page.goto(`${url}/mailbox`)) !== null && mail.isVisible();
  await expect.poll(arrived, { timeout: 15_000, interval: 200 }).toBe(true);
  await mail.getByRole('link').click();
  const address = await page.frameLocator('.mail__frame').getByRole('link', { name: link }).first().getAttribute('href');
  const { pathname, search } = new URL(address ?? '');
  await page.goto(`${url}${pathname}${search}`);
}
