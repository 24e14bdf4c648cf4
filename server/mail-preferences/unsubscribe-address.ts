import { type Locale, localePath } from '#app/locale.ts';
import type { RefusableKind } from '#app/model/mail-preferences.ts';
import type { Services } from '#server/services.ts';
import { sealUnsubscription } from './unsubscribe-token.ts';

/**
 * The address that ends one kind of mail to one address: opened, it shows a page with a button; a POST to it ends them at
 * once (RFC 8058). It names nobody and needs no session. Whose mails those are is looked up when it is used.
 */
export function unsubscribeAddress(
  services: Pick<Services, 'env'>,
  { address, kind, locale }: { address: string; kind: RefusableKind; locale: Locale },
): string {
  const token = sealUnsubscription(services.env, { address: address.toLowerCase(), kind });
  return `${services.env.appUrl}${localePath(`/unsubscribe/${token}`, locale)}`;
}
