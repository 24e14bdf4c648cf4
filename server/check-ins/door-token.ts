import { keyedHash } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';

/**
 * The secret of a door's link. It can be made again from the door's id by this installation alone, so that organisers show
 * the QR code to one more volunteer without ending the link that others hold; the table keeps its hash.
 */
export function doorToken({ env }: Pick<Services, 'env'>, doorId: string): string {
  return keyedHash(env, 'check-in door', doorId).toString('base64url');
}
