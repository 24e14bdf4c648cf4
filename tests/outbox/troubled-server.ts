import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

/** What the server does with the next mail; without one it takes it. */
export type Trouble =
  | /** Says this at a step of the conversation. */ { at: 'greeting' | 'sender' | 'recipient' | 'data'; code: number; message: string }
  | /** Hangs up in the middle of the mail. */ { at: 'middle' }
  | /** Takes the mail, and says so only when it is let go on. */ { at: 'answer'; until: Promise<unknown> };

export interface TroubledServer {
  url: string;
  /** Whole mails as they came over the wire, taken or not, in order. */
  received: Buffer[];
  next(trouble: Trouble): void;
}

/** A real SMTP server that misbehaves as it is told, for the tests of a file. */
export function useTroubledServer(): TroubledServer {
  const troubles: Trouble[] = [];
  const sockets = new Set<Socket>();
  const troubled: TroubledServer = { url: '', received: [], next: (trouble) => void troubles.push(trouble) };
  const refusalAt = (at: string) => {
    const [first] = troubles;
    if (!first || !('code' in first) || first.at !== at) return undefined;
    troubles.shift();
    return Object.assign(new Error(first.message), { responseCode: first.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => done(refusalAt('greeting')),
    onMailFrom: (_address, _session, done) => done(refusalAt('sender')),
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData(stream, _session, done) {
      const [first] = troubles;
      if (first?.at === 'middle') {
        troubles.shift();
        stream.resume();
        for (const socket of sockets) socket.destroy();
        return;
      }
      if (first?.at === 'answer') troubles.shift();
      const waiting = first?.at === 'answer' ? first.until : Promise.resolve();
      buffer(stream).then(async (raw) => {
        troubled.received.push(raw);
        await waiting;
        done(refusalAt('data'));
      }, done);
    },
  });
  server.on('error', () => {}); // a sender that is killed in the middle
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    troubled.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(resolve);
    await promise;
  });
  return troubled;
}
