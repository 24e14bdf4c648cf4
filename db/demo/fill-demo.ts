import type { Services } from '#server/services.ts';

/** Fills an empty network with the demo's people and meetings. */
export async function fillDemo(_services: Services): Promise<void> {}
