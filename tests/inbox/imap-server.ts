import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterAll, beforeAll } from 'vitest';

export interface ImapServer {
  /** For IMAP_URL. */
  url: string;
  /** Delivers a mail to the inbox. */
  deliver(raw: Buffer): void;
  /** The mails of a folder as they are now, with their flags. */
  folder(path: string): { raw: string; flags: string[] }[];
  /** At the next command of this name the connection is cut, as by a crash. */
  cutAt(command: string): void;
}

/** A real IMAP server on this machine, in memory, for a test file. */
export function useImapServer(): ImapServer {
  const test = {} as ImapServer;
  let server: Server | undefined;
  beforeAll(async () => {
    const imap = hoodiecrow({
      plugins: ['ID', 'UNSELECT', 'MOVE', 'UIDPLUS', 'LITERALPLUS', 'NAMESPACE'],
      storage: { INBOX: { messages: [] } },
    });
    server = imap.server;
    imap.listen(0, '127.0.0.1');
    await once(imap.server, 'listening');
    const { port } = imap.server.address() as AddressInfo;
    Object.assign(test, {
      url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
      deliver: (raw) => imap.appendMessage('INBOX', [], false, raw.toString('binary')),
      folder: (path) => (imap.getMailbox(path)?.messages ?? []).map(({ raw, flags }) => ({ raw, flags })),
      cutAt(command) {
        const usual = imap.getCommandHandler(command);
        imap.setCommandHandler(command, ({ socket }) => {
          imap.setCommandHandler(command, usual);
          socket.destroy();
        });
      },
    } satisfies ImapServer);
  });
  afterAll(async () => {
    if (!server?.listening) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  });
  return test;
}
