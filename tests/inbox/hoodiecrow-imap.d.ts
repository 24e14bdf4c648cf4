declare module 'hoodiecrow-imap' {
  import type { Server, Socket } from 'node:net';

  type Handler = (connection: { socket: Socket }, ...rest: unknown[]) => void;

  export interface ImapMock {
    server: Server;
    listen(port: number, host: string): void;
    getMailbox(path: string): { messages: { raw: string; flags: string[] }[] } | undefined;
    appendMessage(path: string, flags: string[], date: string | false, raw: string): void;
    getCommandHandler(command: string): Handler;
    setCommandHandler(command: string, handler: Handler): void;
  }

  /** Options: https://github.com/nodemailer/hoodiecrow-imap. One user, testuser with testpass. */
  export default function hoodiecrow(options: { plugins: string[]; storage: Record<string, unknown> }): ImapMock;
}
