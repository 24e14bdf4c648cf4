import { createTransport } from 'nodemailer';
import { inTransaction } from '#db/transaction.ts';
import { queueInvitations } from '#server/attendance/queue-invitations.ts';
import { composeMail } from '#server/outbox/compose-mail.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import { renderQueued } from '#server/outbox/render-queued.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import { listenForMail } from './mail-sink.ts';
import { openMailWorld } from './mail-world.ts';
import { pageDelays } from './page-delays.ts';

const INVITED = 5000;
const ONE_BY_ONE = 500;
const SENT = 300;
const AT_ONCE = 20;

/**
 * 5,000 invitations queued at once, beside one plain INSERT of as many rows, and beside queueing one after the other; what a
 * page waits meanwhile; and how fast they leave, beside nodemailer alone with the same mails.
 */
export async function run(): Promise<void> {
  const sink = await listenForMail();
  const world = await openMailWorld(sink.url);
  const { services, pool } = world;
  try {
    const meeting = await world.meetingOf(INVITED);
    const plain = await timed(async () => {
      await pool.query('create temporary table plain (like outbox_mails including all)');
      await pool.query(
        `insert into plain (template, payload, to_address, dedupe_key) select 'invitation', '{"attendanceId": "x", "by": "y"}', n || '@x.example', n::text from generate_series(1, $1) n`,
        [INVITED],
      );
    });
    const idle = await pageDelays(pool, (until) => new Promise((resolve) => setTimeout(resolve, 1500)).then(until));
    let queueing = 0;
    const busy = await pageDelays(pool, async (until) => {
      queueing = await timed(() => inTransaction(services.db, (trx) => queueInvitations(trx, services, { ...meeting, sequence: 0 })));
      until();
    });
    const few = await world.meetingOf(ONE_BY_ONE);
    const single = (await timed(() => world.oneByOne(few, (trx, mail) => queueMail(trx, services, mail)))) * (INVITED / ONE_BY_ONE);
    console.log(`  5,000 invitations queued: ${Math.round(queueing)} ms; ÷ one plain INSERT of the rows: ${(queueing / plain).toFixed(1)}`);
    console.log(`  one after the other ÷ at once: ${(single / queueing).toFixed(1)}`);
    console.log(
      `  a page while they are queued ÷ idle: median ${(busy.median / idle.median).toFixed(1)}, p95 ${(busy.p95 / idle.p95).toFixed(1)} (${busy.p95.toFixed(0)} ms)`,
    );

    const ids = await world.queuedIds(SENT);
    const rendered = await Promise.all((await world.rowsOf(ids.slice(0, 20))).map((row) => renderQueued(services, row)));
    const mails = rendered.flatMap((each) => (each.state === 'ready' ? [each.mail] : []));
    const transport = createTransport({ url: sink.url, pool: true, maxConnections: 3 } as never);
    const to = { address: 'a@x.example', name: 'A' };
    const bare = await inParallel(ids, async (mailId) => {
      const [mail] = mails;
      if (mail) await transport.sendMail(composeMail(mail, { mailId, to, from: services.env.mailFrom }));
    });
    transport.close();
    const whole = await inParallel(ids, async (mailId) => void (await sendMail(services, mailId)));
    console.log(
      `  mails sent: ${Math.round((SENT / whole) * 1000)} a second, rendered and written down; ÷ nodemailer alone: ${(whole / bare).toFixed(1)} times as long`,
    );
  } finally {
    await world.close();
    await sink.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function inParallel(ids: readonly string[], work: (id: string) => Promise<void>): Promise<number> {
  const waiting = [...ids];
  const worker = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) await work(id);
  };
  return timed(() => Promise.all(Array.from({ length: AT_ONCE }, worker)));
}
