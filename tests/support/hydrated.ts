import type { Locator } from 'playwright-core';

/**
 * Waits until the page's script has taken over a control. A page is shown, and loaded, before that: a key pressed in
 * between does nothing, and nothing on the page tells. React marks each element that it took over.
 */
export async function hydrated(control: Locator): Promise<Locator> {
  await control.waitFor({ state: 'attached' });
  await control
    .page()
    .waitForFunction(
      (element) => element !== null && Object.keys(element).some((key) => key.startsWith('__reactProps$')),
      await control.elementHandle(),
    );
  return control;
}
