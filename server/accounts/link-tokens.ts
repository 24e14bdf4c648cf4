import { consumeLinkToken, findLinkToken, insertLinkToken, type LinkPurpose } from '#db/accounts/link-tokens.ts';
import type { Executor, Trx } from '#db/client.ts';
import type { Services } from '#server/services.ts';
import { hashOfSecret, newSecret } from './secrets.ts';

export interface LinkToMint {
  purpose: LinkPurpose;
  personId: string | null;
  /** The attendance that an 'answer' or 'review' link is for. */
  attendanceId?: string;
  /** The action that a 'follow_up' link is for. */
  followUpId?: string;
  /** Of a 'date_poll' link: the poll, for guests; or the voter, for the personal one. */
  datePollId?: string;
  datePollVoterId?: string;
  /** Of a 'speaker', 'registration' or 'check_in' link: the edition. */
  editionId?: string;
  /** Of a 'registration' link: one person's, or that of the contact of a delegation. */
  registrationId?: string;
  delegationId?: string;
  validFor: Temporal.DurationLike;
}

/** What a link is for; null where it is for something else. */
interface LinkSubject {
  personId: string | null;
  attendanceId: string | null;
  followUpId: string | null;
  datePollId: string | null;
  datePollVoterId: string | null;
  editionId: string | null;
  registrationId: string | null;
  delegationId: string | null;
}

export type FoundLink = ({ state: 'valid' | 'used' | 'expired' | 'revoked' } & LinkSubject) | { state: 'unknown' };

/** Makes the secret part of a link; only its hash is kept, so it can be told this once. */
export async function mintLink(services: Services, { validFor, ...link }: LinkToMint, db: Executor = services.db): Promise<string> {
  const secret = newSecret();
  // calendar units (days, months) need a calendar: UTC, so that nobody's clock change shortens a link
  const expiresAt = services.clock.now().toZonedDateTimeISO('UTC').add(validFor).toInstant().toString();
  await insertLinkToken(db, { ...link, hash: hashOf(secret), expiresAt });
  return secret;
}

/** What a link is worth now. Opening it changes nothing; see `consumeLink`. */
export async function findLink(services: Services, purpose: LinkPurpose, token: string): Promise<FoundLink> {
  const hash = hashOfSecret(token);
  const row = hash && (await findLinkToken(services.db, purpose, hash));
  if (!row) return { state: 'unknown' };
  const { expiresAt, usedAt, revokedAt, ...subject } = row;
  const expired = Temporal.Instant.compare(Temporal.Instant.from(expiresAt), services.clock.now()) <= 0;
  const state = revokedAt ? 'revoked' : usedAt ? 'used' : expired ? 'expired' : 'valid';
  return { state, ...subject };
}

/** Uses a link that serves once: of several attempts at the same moment exactly one gets the person, the others null. */
export async function consumeLink(
  trx: Trx,
  services: Services,
  purpose: LinkPurpose,
  token: string,
): Promise<{ personId: string | null } | null> {
  const hash = hashOfSecret(token);
  return (hash && (await consumeLinkToken(trx, purpose, hash, services.clock.now().toString()))) ?? null;
}

function hashOf(secret: string): Buffer {
  const hash = hashOfSecret(secret);
  if (!hash) throw new Error('A new secret has the wrong shape.');
  return hash;
}
