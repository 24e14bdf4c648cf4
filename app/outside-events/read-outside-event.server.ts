import type { OutsideEventPlan } from '#app/model/outside-events.ts';
import { listSameOutsideEvents } from '#db/outside-events/read-organised.ts';
import type { Organised } from '#server/outside-events/access.ts';
import type { Services } from '#server/services.ts';
import { type OutsideEventValues, outsideEventValues } from './outside-event-values.ts';
import { type OutsideEventFaults, parseOutsideEvent } from './parse-outside-event.ts';
import type { SameEvent } from './same-events.tsx';

/** What the form shows again when it could not be saved. */
export interface OutsideEventAnswer {
  values: OutsideEventValues;
  faults: OutsideEventFaults;
  same: SameEvent[];
}

/** Reads the form of an event of others: a plan to save, or what is to be settled first. `id`: the event itself. */
export async function readOutsideEvent(
  services: Services,
  { scope }: Organised,
  { form, id }: { form: FormData; id: string },
): Promise<{ plan: OutsideEventPlan; values: OutsideEventValues } | { answer: OutsideEventAnswer; status: number }> {
  const values = outsideEventValues(form);
  const parsed = parseOutsideEvent(values);
  if ('faults' in parsed) return { answer: { values, faults: parsed.faults, same: [] }, status: 422 };
  const { plan } = parsed;
  if (form.get('anyway') === 'yes') return { plan, values };
  const same = await listSameOutsideEvents(services.db, scope, { ...plan, but: id });
  return same.length > 0 ? { answer: { values, faults: {}, same }, status: 409 } : { plan, values };
}
