import { FAILURES_BEFORE_SUPPRESSION } from '#app/model/outbox.ts';
import { countFailure } from '#db/outbox/addresses.ts';
import { readFailingAddresses } from '#db/outbox/read-addresses.ts';
import { findWaitingMail } from '#db/outbox/turns.ts';
import { beginAttempt, type Outcome, recordOutcome } from '#db/outbox/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { type Verdict, verdictOf } from './mail-fault.ts';
import { messageIdOf } from './message-id.ts';
import { turnOf } from './pace.ts';
import { isUrgent } from './priority.ts';
import { type QueuedMail, renderQueued } from './render-queued.ts';

/** Attempts before a mail is given up: with the backoff of jobs-start.ts, about a day. */
export const MAX_ATTEMPTS = 12;

/** Longer than an attempt takes, shorter than a job may (jobs-start.ts): what a crash interrupted is taken up by the next. */
const CLAIM_SECONDS = 100;

/**
 * One attempt to render and send a queued mail; nothing happens when it is no longer queued. Gives the instant to come
 * back at when it is not its turn yet. Throws when it may work later.
 * A crash between sending and writing that down sends it twice, with one Message-ID.
 */
export async function sendMail(services: Services, mailId: string): Promise<{ notBefore: string } | null> {
  const turn = await turnOf(services, mailId);
  if (!turn.now) return { notBefore: turn.at };
  const now = services.clock.now();
  const claimedUntil = now.add({ seconds: CLAIM_SECONDS }).toString();
  const queued = await beginAttempt(services.db, mailId, { now: now.toString(), claimedUntil });
  if (!queued) return whenFree(services, mailId);
  let outcome: Outcome;
  try {
    outcome = await attempt(services, queued);
  } catch (error) {
    await recordFailure(services, queued, error);
    return null;
  }
  // outside: when this fails, the mail was sent all the same, and must not be noted as if it was not
  await recordOutcome(services.db, mailId, outcome, services.clock.now().toString());
  return null;
}

/** Somebody is sending it, or was when they were cut off: it is looked at again when they must be done. */
async function whenFree(services: Services, mailId: string): Promise<{ notBefore: string } | null> {
  const waiting = await findWaitingMail(services.db, mailId);
  return waiting?.claimedUntil ? { notBefore: waiting.claimedUntil } : null;
}

/** Renders the mail as things stand now and hands it to the mail server, unless nobody wants it or it cannot arrive. */
async function attempt(services: Services, queued: QueuedMail): Promise<Outcome> {
  if (await isSuppressed(services, queued)) {
    return { state: 'refused', fault: 'failing_address', lastError: `Mails to ${queued.toAddress} came back too often.` };
  }
  const rendered = await renderQueued(services, queued);
  if (rendered.state !== 'ready') return { state: rendered.state };
  const to = { address: queued.toAddress, name: queued.toName };
  const urgent = isUrgent(queued.template);
  await services.mailer.send(rendered.mail, { mailId: queued.id, to, from: services.env.mailFrom, urgent });
  return { state: 'sent', messageId: messageIdOf(services.env, queued.id) };
}

/** A sign-in is always tried: whoever asks for it says that the address works. */
async function isSuppressed(services: Services, { template, toAddress }: QueuedMail): Promise<boolean> {
  if (isUrgent(template)) return false;
  const failing = await readFailingAddresses(services.db, [toAddress]);
  return (failing.get(toAddress.toLowerCase())?.failures ?? 0) >= FAILURES_BEFORE_SUPPRESSION;
}

async function recordFailure(services: Services, queued: QueuedMail, error: unknown): Promise<void> {
  const verdict: Verdict = verdictOf(error);
  const now = services.clock.now().toString();
  const state = verdict.permanent ? 'refused' : queued.attempts >= MAX_ATTEMPTS ? 'dead' : 'queued';
  await inTransaction(services.db, async (trx) => {
    await recordOutcome(trx, queued.id, { state, fault: verdict.fault, lastError: describe(error) }, now);
    if (verdict.permanent && verdict.ofAddress) await countFailure(trx, { address: queued.toAddress, reason: verdict.fault, at: now });
  });
  if (state === 'queued') throw error;
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
