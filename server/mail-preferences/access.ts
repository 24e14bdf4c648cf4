import type { RefusableKind } from '#app/model/mail-preferences.ts';
import { type MailReaderScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findPersonByEmail } from '#db/accounts/people.ts';
import { findSender } from '#db/attendance/invitations.ts';
import type { Executor } from '#db/client.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { openUnsubscription } from './unsubscribe-token.ts';

/** Gate of one's own mails for whoever is signed in; a visitor is asked to sign in and comes back to `path`. */
export async function enterOwnMails({ db }: Services, viewer: Viewer | null, path: string): Promise<MailReaderScope> {
  if (!viewer) return refuse(viewer, path);
  const person = await findSender(db, viewer.personId);
  return mint<MailReaderScope>({ personId: viewer.personId, address: person?.email ?? null });
}

/**
 * Gate of the mails to one address, by the link at the foot of one of them, and of which kind that one was; null: a token
 * that is cut or not ours. It opens the choice of mails and nothing else of that person.
 */
export async function findByToken(
  { env, db }: Pick<Services, 'env' | 'db'>,
  token: string,
): Promise<{ scope: MailReaderScope; address: string; kind: RefusableKind } | null> {
  const opened = openUnsubscription(env, token);
  if (!opened) return null;
  const { address, kind } = opened;
  return { scope: await mailReaderAt(db, address), address, kind };
}

/** The same for pages: a token that is cut or not ours is an address that does not exist. */
export async function enterByToken(services: Services, token: string) {
  return (await findByToken(services, token)) ?? notFound();
}

/** Whoever reads mail at an address, without a question: for gates, and for what is filled in. */
export async function mailReaderAt(db: Executor, address: string): Promise<MailReaderScope> {
  const person = await findPersonByEmail(db, address);
  return mint<MailReaderScope>({ personId: person?.id ?? null, address });
}
