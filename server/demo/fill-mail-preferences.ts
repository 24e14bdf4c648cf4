import { choicesOf, type MailChoices } from '#app/model/mail-choices.ts';
import { type DemoPersonKey, demoAddress } from '#db/demo/network.ts';
import { readMailChoices } from '#db/mail-preferences/read.ts';
import { mailReaderAt } from '#server/mail-preferences/access.ts';
import { changePreferences } from '#server/mail-preferences/change-preferences.ts';
import type { Services } from '#server/services.ts';

type Choices = Partial<Omit<MailChoices, 'deliveries'>> & { deliveries?: Partial<MailChoices['deliveries']> };

/** What some people of the demo chose; all others leave it to us. */
const CHOSEN: Partial<Record<DemoPersonKey, Choices>> = {
  // reads her mail in the evening, all at once
  marsac: { deliveries: { minutes: 'digest', follow_ups: 'digest', date_polls: 'digest' }, digestHour: 18 },
  agesilas: { leads: ['week', 'day', 'hour'] },
  fauconnet: { subscribed: true, leads: ['hour'] },
  bonetti: { leads: [], deliveries: { follow_ups: 'digest' }, digestHour: 7 },
};

/** Once, when the demo is made: nobody's later choice is overwritten. */
export async function fillMailPreferences(services: Services): Promise<void> {
  for (const [key, chosen] of Object.entries(CHOSEN)) {
    const scope = await mailReaderAt(services.db, demoAddress(key as DemoPersonKey));
    const { revision, ...stored } = await readMailChoices(services.db, scope);
    const held = choicesOf(stored);
    const choices = { ...held, ...chosen, deliveries: { ...held.deliveries, ...chosen.deliveries } };
    await changePreferences(services, { scope, choices, revision });
  }
}
