import type { Executor } from '#db/client.ts';
import { findWaitingMail, keepTurn, takePlace } from '#db/outbox/turns.ts';
import type { Services } from '#server/services.ts';
import { isUrgent } from './priority.ts';

/** How many mails leave a minute; null: as many as can. */
export interface MailPace {
  inAll: number | null;
  /** To addresses of one domain. */
  perDomain: number | null;
}

// so many leave at once after a pause: a meeting of twenty is invited in one go
const BURST = { all: 40, domain: 20 };

/**
 * Whether it is this mail's turn; else the instant when it will be. Places are given by the database, to each mail one
 * of its recipient's domain and then, when that has come, one of all: a domain that has to wait keeps nobody else
 * waiting. Mails that somebody waits for (sign-in) take a place too, but never wait for it.
 */
export async function turnOf(services: Services, mailId: string): Promise<{ now: true } | { now: false; at: string }> {
  const { inAll, perDomain } = services.env.mailPace;
  if (inAll === null && perDomain === null) return { now: true };
  const mail = await findWaitingMail(services.db, mailId);
  if (!mail) return { now: true };
  const now = services.clock.now();
  if (isUrgent(mail.template)) {
    await placeOf(services.db, `@${domainOf(mail.toAddress)}`, perDomain, BURST.domain, now);
    await placeOf(services.db, '*', inAll, BURST.all, now);
    return { now: true };
  }
  if (mail.turnAt && isAfter(mail.turnAt, now)) return { now: false, at: mail.turnAt };
  if (mail.turnBy === '') {
    const at = await placeOf(services.db, `@${domainOf(mail.toAddress)}`, perDomain, BURST.domain, now);
    if (isAfter(at, now)) return wait(services, mailId, { turnAt: at, turnBy: 'domain' });
  }
  if (mail.turnBy !== 'all') {
    const at = await placeOf(services.db, '*', inAll, BURST.all, now);
    if (isAfter(at, now)) return wait(services, mailId, { turnAt: at, turnBy: 'all' });
  }
  return { now: true };
}

async function wait(services: Services, mailId: string, turn: { turnAt: string; turnBy: 'domain' | 'all' }) {
  await keepTurn(services.db, mailId, turn);
  return { now: false as const, at: turn.turnAt };
}

/** The next place in a row, moved forward by the burst: the first of a pause leave together. */
async function placeOf(db: Executor, key: string, perMinute: number | null, burst: number, now: Temporal.Instant): Promise<string> {
  if (perMinute === null) return now.toString();
  const everyMs = 60_000 / perMinute;
  const place = Temporal.Instant.from(await takePlace(db, { key, everyMs, now: now.toString() }));
  return place.subtract({ milliseconds: Math.floor(everyMs * burst) }).toString();
}

function isAfter(instant: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(instant), now) > 0;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
