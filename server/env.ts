import { z } from 'zod';
import { type DkimKey, readDkimKey } from './outbox/dkim-key.ts';
import type { MailPace } from './outbox/pace.ts';

/** The settings as the operator gave them; README.md tells what each is for. Nothing else reads process.env. */
export interface Settings {
  port: number;
  host: string;
  /** Origin under which people reach the product, without a trailing slash: links in mails and feeds start with it. */
  appUrl: string;
  dataDir: string;
  /** undefined: the embedded database. */
  databaseUrl: string | undefined;
  /** undefined: the demo's own mail server. */
  smtpUrl: string | undefined;
  /** Sender of every mail, and ORGANIZER of every invitation. */
  mailFrom: string;
  /** undefined: mails are not signed. */
  dkim: DkimKey | undefined;
  mailPace: MailPace;
  inbox: InboxSettings;
  /** undefined: one is made and kept in dataDir. */
  sessionSecret: string | undefined;
  logLevel: LogLevel;
  /** Sites that may show the public calendar in a frame (CSP Level 3, frame-ancestors); '*' for any. */
  embedOrigins: readonly string[];
  /** Embedded database, own mail server, demo network: on unless DATABASE_URL and SMTP_URL are set. */
  demo: boolean;
}

/** How the mails that people answer with reach us: what comes back to `mailFrom`. */
export interface InboxSettings {
  /** A mailbox that is read every minute; undefined: none. */
  imapUrl: string | undefined;
  /** What a provider says that pushes mails to /inbound-mail; undefined: none may. */
  inboundSecret: string | undefined;
  /** Name under which the operator's own mail server writes what it found of a sender (RFC 8601); undefined: nobody is believed. */
  authservId: string | undefined;
}

/** The same once everything that was left out is filled in. */
export interface Env extends Settings {
  /** Key under which sessions and the names of attempt counters are hashed; the same on every node. */
  sessionSecret: string;
}

export type LogLevel = 'error' | 'info' | 'debug';

const url = (protocol: RegExp, remedy: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), remedy)
    .optional();

const perMinute = z.coerce
  .number('must be a number of mails, or 0 for no limit.')
  .int('must be a whole number.')
  .min(0, 'must be 0 or more.');

const schema = z.object({
  PORT: z.coerce
    .number('must be a port number, for example 3000.')
    .int('must be a whole number.')
    .min(1, 'must be 1 or more.')
    .max(65_535, 'must be 65535 or less.')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: url(/^https?:$/, 'must be the address people type, for example https://reunions.example.org.').refine(
    (text) =>
      text === undefined || !URL.canParse(text) || ['', '/'].includes(new URL(text).pathname + new URL(text).search + new URL(text).hash),
    'must have no path: Tertulia lives at the root of its host.',
  ),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(/^postgres(ql)?:$/, 'must look like postgres://user:password@host:5432/tertulia.'),
  SMTP_URL: url(/^smtps?:$/, 'must look like smtps://user:password@host:465?from=reunions@example.org.'),
  IMAP_URL: url(/^imaps?:$/, 'must look like imaps://user:password@host/INBOX: the mailbox that answers to invitations arrive in.'),
  INBOUND_SECRET: z.string().min(32, 'must have 32 characters or more; make one with: openssl rand -base64 32').optional(),
  MAIL_AUTHSERV_ID: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the name that begins the Authentication-Results headers of your mail server, for example mx.example.org.')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more; make one with: openssl rand -base64 32').optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  MAIL_PER_MINUTE: perMinute.default(300),
  MAIL_PER_MINUTE_AND_DOMAIN: perMinute.default(100),
  EMBED_ORIGINS: z
    .string()
    .default('*')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (origins) => origins.every((origin) => origin === '*' || URL.parse(origin)?.origin === origin),
      'must be origins separated by spaces, for example https://www.example.org, or * for any site.',
    ),
  LOG_LEVEL: z.enum(['error', 'info', 'debug'], 'must be error, info or debug.').default('info'),
});

/** Reads and checks all settings. Throws one error that lists every fault with its remedy. An empty variable counts as not set. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = schema.safeParse(given);
  const appUrl = originOf(given.APP_URL) ?? `http://localhost:${result.data?.PORT ?? 3000}`;
  const mailFrom = senderOf(given.SMTP_URL) ?? `tertulia@${new URL(appUrl).hostname}`;
  const dkim = readDkimKey(given, mailFrom);
  const faults = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);
  faults.push(...faultsOfMode(given), ...dkim.faults);
  if (!result.success || faults.length > 0) throw new SettingsError(faults);
  const env = result.data;
  const demo = !(env.DATABASE_URL && env.SMTP_URL);
  return {
    port: env.PORT,
    host: env.HOST,
    appUrl,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom,
    dkim: dkim.key,
    // the demo's own mail server takes as many as come
    mailPace: { inAll: demo ? null : env.MAIL_PER_MINUTE || null, perDomain: demo ? null : env.MAIL_PER_MINUTE_AND_DOMAIN || null },
    inbox: { imapUrl: env.IMAP_URL, inboundSecret: env.INBOUND_SECRET, authservId: env.MAIL_AUTHSERV_ID },
    sessionSecret: env.SESSION_SECRET,
    logLevel: env.LOG_LEVEL,
    embedOrigins: env.EMBED_ORIGINS,
    demo,
  };
}

/** With a database and a mail server of its own, the product is not a demo: what has a harmless default there must be said. */
function faultsOfMode(given: Record<string, string | undefined>): string[] {
  const { DATABASE_URL, SMTP_URL, APP_URL, SESSION_SECRET } = given;
  if (!DATABASE_URL && !SMTP_URL) return [];
  const faults: string[] = [];
  if (!SMTP_URL)
    faults.push(
      'SMTP_URL is missing: with DATABASE_URL set, mails go to real people through your mail server. Set it, or remove DATABASE_URL for the demo.',
    );
  if (!DATABASE_URL)
    faults.push(
      'DATABASE_URL is missing: with SMTP_URL set, Tertulia runs on your own PostgreSQL. Set it, or remove SMTP_URL for the demo.',
    );
  if (!APP_URL)
    faults.push(
      'APP_URL is missing: links in mails and calendars start with it. Set the address people type, for example https://reunions.example.org.',
    );
  if (!SESSION_SECRET)
    faults.push(
      'SESSION_SECRET is missing: it is the key of every session (a new one signs everybody out). Make one with: openssl rand -base64 32',
    );
  return faults;
}

/** undefined: there is none, or it is refused. */
function originOf(appUrl: string | undefined): string | undefined {
  return appUrl && URL.canParse(appUrl) && /^https?:$/.test(new URL(appUrl).protocol) ? new URL(appUrl).origin : undefined;
}

/** `?from=` of the mail server's address; some servers only take mail from a mailbox they know. */
function senderOf(smtpUrl: string | undefined): string | undefined {
  const from = smtpUrl && URL.canParse(smtpUrl) && new URL(smtpUrl).searchParams.get('from');
  return from || undefined;
}

/** All faults of the settings, each a sentence with its remedy. */
export class SettingsError extends Error {
  override readonly name = 'StartError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Tertulia cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}
