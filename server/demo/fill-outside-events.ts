import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { demoOutsideEvents } from '#db/demo/outside-events.ts';
import { organiseOutsideEvents } from '#server/outside-events/access.ts';
import { addOutsideEvent } from '#server/outside-events/save-event.ts';
import type { Services } from '#server/services.ts';

const GROUP = 'dalc';

/** What others organise, entered by hand: a demo follows no calendar, for it never asks the network for anything. */
export async function fillOutsideEvents(services: Services, by: Viewer, today: Temporal.PlainDate): Promise<void> {
  const organised = await organiseOutsideEvents(services, by, GROUP);
  for (const { edtf, country = null, timeZone = 'Europe/Paris', url = '', note = '', ...event } of demoOutsideEvents(today)) {
    const plan = { ...event, when: whenOf(edtf), country, timeZone, url, note };
    await addOutsideEvent(services, organised, { id: crypto.randomUUID(), plan });
  }
}
