import type { LogLevel } from './env.ts';

export interface Logger {
  error(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
}
export type LogFields = Record<string, string | number | boolean | null | undefined>;

const LEVELS: LogLevel[] = ['error', 'info', 'debug'];

/** One line an event on stderr, as logfmt (key=value). Secrets in addresses, and who has a mailbox, are cut out of every value. */
export function createLogger(level: LogLevel, write: (line: string) => void = (line) => void process.stderr.write(line)): Logger {
  const log =
    (of: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LEVELS.indexOf(of) > LEVELS.indexOf(level)) return;
      const pairs = Object.entries({ time: Temporal.Now.instant().round('millisecond').toString(), level: of, message, ...fields });
      write(`${pairs.map(([key, value]) => `${key}=${quoted(withoutPeople(withoutSecrets(String(value ?? ''))))}`).join(' ')}\n`);
    };
  return { error: log('error'), info: log('info'), debug: log('debug') };
}

/**
 * Goes on when nobody reads what is printed any more: the pipe of a terminal or of a collector that ended gives EPIPE on every
 * line. Taken for a fault it would be logged, which is the next line that nobody reads.
 */
export function outliveReaders(streams: readonly NodeJS.WritableStream[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

// by where they stand (tests/platform/logger.test.ts: wherever a route or a feed takes a secret), and by their shape
// (server/accounts/secrets.ts): what reviews and follow-ups are reached by has its like in addresses and paths of files without
// a secret
const SECRET_ADDRESS =
  /(\/|%2F)(sign-in|answers|setup|unsubscribe|votes|my-programme|feeds(?:\/|%2F)(?:me|programmes))(\/|%2F)[^/?#\s"'&]+/gi;
const SECRET = /(?<=\/|%2F)[\w-]{43}(?![\w-])/gi;
// user and password before a host: of the database, of mail servers, of calendars over CalDAV
const CREDENTIALS = /(?<=:\/\/|%3A%2F%2F)[^/?#\s"'@]+(?:@|%40)/gi;

/** An address or a text with the secret part of links replaced: who reads logs must not be able to act for people. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET_ADDRESS, '$1$2$3…').replace(SECRET, '…').replace(CREDENTIALS, '…@');
}

const MAILBOX = /[\p{L}\p{N}._%+'-]{1,64}@(?=[\p{L}\p{N}-]+\.)/gu;

/** A text with the local part of e-mail addresses replaced: mail servers name the person in what they refuse; the host is enough to look into it. */
function withoutPeople(text: string): string {
  return text.replace(MAILBOX, '…@');
}

function quoted(value: string): string {
  return /^[^\s"=\\]+$/.test(value) ? value : JSON.stringify(value);
}
