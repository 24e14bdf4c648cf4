import type { Page } from 'playwright-core';

/** Signs in as one of the demo's people, by the one click that the sign-in page offers. */
export async function signInAs(page: Page, url: string, role: 'organiser' | 'participant' | 'member'): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator(`button[name="role"][value="${role}"]`).click();
  await page.locator('.mast__account').waitFor();
}
