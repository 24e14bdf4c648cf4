import { ImapFlow } from 'imapflow';
import { type InboxOutcome, isSettled } from '#app/model/inbox.ts';
import type { Services } from '#server/services.ts';
import { MOST_OCTETS } from './parse-mail.ts';
import { receiveMail } from './receive-mail.ts';

/** What was treated to the end, and what is left for people: folders beside the inbox. */
const FOLDERS = { treated: ['Tertulia', 'Treated'], forPeople: ['Tertulia', 'Unread-by-us'] } as const;
/** A run takes no new mail after this long; the next one goes on. */
const RUN = { seconds: 45 };
/** Octets that are fetched of a mail that is too large to be read. */
const BEGINNING = 64_000;
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Treats all that is in the mailbox of IMAP_URL (RFC 9051) and moves it away, each mail only once it is written down: after
 * a crash it is still there, and is known by its octets. What cannot be written down stays, and is tried at the next run.
 */
export async function readMailbox(services: Services): Promise<void> {
  const { imapUrl } = services.env.inbox;
  if (!imapUrl) return;
  const address = new URL(imapUrl);
  const client = openClient(address);
  // told by the call that fails; without a listener it would end this process
  client.on('error', () => {});
  try {
    await client.connect();
    const treated = await findFolder(client, FOLDERS.treated);
    const forPeople = await findFolder(client, FOLDERS.forPeople);
    await client.mailboxOpen(decodeURIComponent(address.pathname.slice(1)) || 'INBOX');
    const uids = (await client.search({ all: true }, { uid: true })) || [];
    const end = performance.now() + RUN.seconds * 1000;
    for (const uid of uids.toSorted((one, other) => one - other)) {
      if (performance.now() > end) break;
      const outcome = await treat(services, client, uid);
      if (!outcome) continue;
      if (isSettled(outcome)) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      await client.messageMove(String(uid), isSettled(outcome) ? treated : forPeople, { uid: true });
    }
    await client.logout();
  } catch (error) {
    services.log.error('mailbox not read, will be tried again', { host: address.host, error: messageOf(error) });
  } finally {
    client.close();
  }
}

function openClient({ protocol, hostname, port, username, password }: URL): ImapFlow {
  const secure = protocol === 'imaps:';
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return new ImapFlow({
    ...{ host: hostname, port: port ? Number(port) : secure ? 993 : 143, secure, logger: false, disableAutoIdle: true },
    // the password travels in the open only to this machine itself
    ...(!secure && !here && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...TIMES,
  });
}

/** The path of a folder as this server writes it; it is made where it is missing. */
async function findFolder(client: ImapFlow, path: readonly string[]): Promise<string> {
  const folders = await client.list();
  // looked up first: not every server says in a code that it is there already (RFC 5530)
  const known = folders.find((folder) => folder.path.split(folder.delimiter).slice(-path.length).join() === path.join());
  return known?.path ?? (await client.mailboxCreate([...path])).path;
}

/** What was done with one mail; null: it is gone, or could not be written down. */
async function treat(services: Services, client: ImapFlow, uid: number): Promise<InboxOutcome | null> {
  const of = { uid: true };
  const found = await client.fetchOne(String(uid), { uid: true, size: true }, of);
  // taken away by another program in the meantime
  if (!found) return null;
  const tooLarge = (found.size ?? 0) > MOST_OCTETS;
  const read = await client.fetchOne(String(uid), { uid: true, source: tooLarge ? { start: 0, maxLength: BEGINNING } : true }, of);
  if (!read) return null;
  const { source: raw } = read;
  if (!raw) return null;
  const authservId = services.env.inbox.authservId ?? null;
  return receiveMail(services, raw, { door: 'imap', authservId, ...(tooLarge && { tooLarge }) }).catch((error: unknown) => {
    // one mail that we fail at must not keep the others waiting
    services.log.error('mail not treated, will be tried again', { uid, error: messageOf(error) });
    return null;
  });
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // what the server said is more telling than "Command failed"
  const { responseText } = error as { responseText?: unknown };
  return typeof responseText === 'string' && responseText ? `${error.message} ${responseText}` : error.message;
}
