import { z } from 'zod';
import type { Language } from '#app/model/language.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { withinLimit } from './rate-limit.ts';
import { sameSitePath } from './same-site-path.ts';

export interface SignInRequest {
  email: string;
  /** Where the person was going. */
  to: string | null;
  ip: string;
  /** Of the page they asked on. */
  language: Language;
}

export type SignInRequested = { ok: true; email: string } | { ok: false; reason: 'invalid_email' | 'too_many' };

const PER_ADDRESS = { times: 5, everyMinutes: 15 };
// a town hall or a ministry is many people behind one address
const PER_IP = { times: 50, everyMinutes: 15 };

/**
 * Sends a sign-in link to an address. Whether somebody has that address is only looked up when the mail is rendered:
 * the answer, and the time it takes, is the same for all.
 */
export async function requestSignIn(services: Services, request: SignInRequest): Promise<SignInRequested> {
  const email = addressOf(request.email);
  if (!email) return { ok: false, reason: 'invalid_email' };
  const allowed = [
    await withinLimit(services, { what: 'sign-in from ip', who: request.ip, ...PER_IP }),
    await withinLimit(services, { what: 'sign-in of address', who: email, ...PER_ADDRESS }),
  ];
  if (allowed.includes(false)) return { ok: false, reason: 'too_many' };
  await services.db.transaction().execute((trx) =>
    queueMail(trx, services, {
      template: 'sign-in',
      payload: { to: sameSitePath(request.to) },
      personId: null,
      to: { address: email, name: '' },
      language: request.language,
      dedupeKey: `sign-in:${crypto.randomUUID()}`,
    }),
  );
  return { ok: true, email };
}

/** An e-mail address as it is stored (lower case), or null. */
export function addressOf(text: string): string | null {
  const result = z.email().max(254).safeParse(text.trim().toLowerCase());
  return result.success ? result.data : null;
}
