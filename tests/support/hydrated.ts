import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Waits until the page's script has taken over a control. A page is shown, and loaded, before that: a key pressed in
 * between does nothing, and nothing on the page tells. React marks each element that it took over.
 */
export async function hydrated(control: Locator): Promise<Locator> {
  // asked anew each time: what the server rendered may be replaced when the script takes over
  const marks = () => control.evaluate((element) => Object.keys(element).map((key) => key.replace(/\$.*/, '')));
  await expect.poll(marks).toContain('__reactProps');
  return control;
}
