import type { Viewer } from '#app/model/viewer.ts';
import { VOLUME } from '#db/demo/edition-2023/volume.ts';
import { EDITION } from '#db/demo/edition-2023.ts';
import { organiseEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { bindVolume } from '#server/volumes/bind-volume.ts';
import { saveVolumeTexts } from '#server/volumes/edit-volume.ts';

/** Binds the minutes of the edition of 2023, once they are all out. Bound before, it stays. */
export async function fillVolume(services: Services, by: Viewer): Promise<void> {
  const { title, subtitle, note, boundAt } = VOLUME;
  const then: Services = { ...services, clock: { now: () => Temporal.Instant.from(boundAt) } };
  const scope = await organiseEdition(then, by, EDITION.slug);
  // stale where a start that was cut short wrote them
  await saveVolumeTexts(then, scope, by, { revision: 1, title, subtitle, note, withOrganisations: true, withIndex: true, rebind: true });
  const bound = await bindVolume(then, scope, by, { number: 1 });
  if (!bound.ok && bound.reason !== 'already-bound') throw new Error(`The volume of the demo could not be bound: ${bound.reason}.`);
}
