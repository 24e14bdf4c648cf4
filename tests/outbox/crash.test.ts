import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import { openMailer } from '#server/outbox/mailer.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { invitationScene } from './outbox-scene.ts';
import type { SendOne } from './send-one.ts';
import { useTroubledServer } from './troubled-server.ts';

const database = useDatabase();
const services = useServices(database);
const server = useTroubledServer();

beforeEach(() => {
  server.received.length = 0;
});

/** Sends a mail in a process of its own, and tells how that ended. */
async function sendApart(mailId: string, diesAt: SendOne['diesAt']): Promise<string | number | null> {
  const { env, clock } = services;
  const order: SendOne = { address: database.address, env, now: clock.now().toString(), smtpUrl: server.url, mailId, diesAt };
  const child = spawn(process.execPath, ['tests/outbox/send-process.mjs', JSON.stringify(order)], { stdio: 'inherit' });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

const messageIds = () => server.received.map((raw) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);

test.each([
  ['before sending', 0, 1],
  ['after sending', 1, 2],
] as const)('a process that is killed just %s loses no mail: it comes once or twice, with one Message-ID', async (diesAt, first, inAll) => {
  const { id, row } = await invitationScene(database, services);
  expect(await sendApart(id, diesAt)).toBe('SIGKILL');
  expect(server.received).toHaveLength(first);
  expect(await row()).toMatchObject({ state: 'queued', attempts: 1 });
  // another process leaves it alone as long as the first may still be at it, and says when to come back
  services.mailer = openMailer(server.url);
  const later = await sendMail(services, id);
  expect(later?.notBefore).toBeTruthy();
  expect(server.received).toHaveLength(first);
  services.clock.set(String(later?.notBefore));
  expect(await sendMail(services, id)).toBeNull();
  services.mailer.stop();
  expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  expect(server.received).toHaveLength(inAll);
  expect(new Set(messageIds()).size).toBe(1);
});
