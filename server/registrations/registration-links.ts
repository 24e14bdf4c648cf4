import { type Locale, localePath } from '#app/locale.ts';
import { mintLink } from '#server/accounts/link-tokens.ts';
import type { Services } from '#server/services.ts';

/** People register up to a year before, and look things up some months after. */
const LIFETIME = { months: 18 };

/** A new address under which somebody looks after their registration, or a contact after their delegation; the earlier ones go on serving. */
export async function mintRegistrationLink(
  services: Services,
  of: { registrationId: string; personId: string | null } | { delegationId: string },
  locale: Locale,
): Promise<string> {
  const token = await mintLink(services, { purpose: 'registration', personId: null, ...of, validFor: LIFETIME });
  return `${services.env.appUrl}${localePath(`/registrations/${token}`, locale)}`;
}
