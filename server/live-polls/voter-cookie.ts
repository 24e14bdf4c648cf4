import { timingSafeEqual } from 'node:crypto';
import { isUuid } from '#app/model/uuid.ts';
import { keyedHash, newSecret } from '#server/accounts/secrets.ts';
import type { Env } from '#server/env.ts';

/** A phone in the room: a number of its own, and the badge that was shown with it. */
export interface Device {
  id: string;
  registrationId: string | null;
}

type EnvOfCookie = Pick<Env, 'appUrl' | 'sessionSecret'>;

// long enough for the days of an edition, and no longer: nobody is followed by it
const MAX_AGE_SECONDS = 4 * 24 * 3600;

const nameOf = (env: Pick<Env, 'appUrl'>) => (env.appUrl.startsWith('https:') ? '__Host-voter' : 'voter');

export function newDevice(): Device {
  return { id: newSecret(), registrationId: null };
}

/** The Set-Cookie header of a device, signed: a script cannot make up devices without asking us for each. */
export function voterCookie(env: EnvOfCookie, { id, registrationId }: Device): string {
  const said = `${id}.${registrationId ?? ''}`;
  const secure = env.appUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(env)}=${said}.${signatureOf(env, said)}; Max-Age=${MAX_AGE_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The device of a Cookie header; null: none, or one that is not ours. */
export function readVoterCookie(env: EnvOfCookie, header: string | null): Device | null {
  const prefix = `${nameOf(env)}=`;
  const value = header
    ?.split(';')
    .find((part) => part.trim().startsWith(prefix))
    ?.trim()
    .slice(prefix.length);
  const [id = '', registration = '', signature = ''] = value?.split('.') ?? [];
  if (!/^[\w-]{43}$/.test(id) || (registration !== '' && !isUuid(registration))) return null;
  const [given, own] = [Buffer.from(signature), Buffer.from(signatureOf(env, `${id}.${registration}`))];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return { id, registrationId: registration || null };
}

const signatureOf = (env: EnvOfCookie, said: string) => keyedHash(env, 'voter', said).toString('base64url');
