import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type HeldRun, holdRun } from '#db/facilitation/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Why a step is not taken. */
export type StepRefusal =
  /** A draft, or a cancelled meeting. */
  | 'not_open'
  | 'not_started'
  | 'closed'
  /** Somebody else moved on: the meeting is at another point than the page showed. */
  | 'moved'
  /** No such point of this agenda (any more). */
  | 'point_gone'
  | 'too_long'
  /** The request for the floor was withdrawn. */
  | 'request_gone'
  /** Not the time to sign in. */
  | 'not_now';

/** `changed: false`: it was so already, by a second press or by a colleague; nobody is told twice. */
export type Step = { ok: true; changed: boolean } | { ok: false; reason: StepRefusal };

export interface StepOf {
  viewer: Viewer;
  meetingId: string;
  /** For the audit: 'next', 'lock'. */
  action: string;
  detail?: Record<string, unknown>;
  /** What may be done before the meeting is opened, or after it was closed. */
  while?: readonly ('not_started' | 'closed')[];
  /** Somebody's right to write in the notes changes with it. */
  changesRights?: boolean;
}

/**
 * The frame of every step of a meeting: one at a time, none in a draft or a cancelled meeting; open pages are told after the
 * commit, and open sockets asked again for their rights, when something changed.
 */
export async function takeStep(
  services: Services,
  { viewer, meetingId, action, detail, while: allowed = [], changesRights = false }: StepOf,
  work: (trx: Trx, run: HeldRun, now: string) => Promise<boolean | StepRefusal>,
): Promise<Step> {
  const step = await inTransaction(services.db, async (trx): Promise<Step> => {
    const run = (await holdRun(trx, meetingId)) ?? notFound();
    if (run.status !== 'scheduled') return { ok: false, reason: 'not_open' };
    if (!run.started && !allowed.includes('not_started')) return { ok: false, reason: 'not_started' };
    if (run.closed && !allowed.includes('closed')) return { ok: false, reason: 'closed' };
    const done = await work(trx, run, services.clock.now().toString());
    if (typeof done === 'string') return { ok: false, reason: done };
    if (done) {
      const subject = { subjectType: 'meeting', subjectId: meetingId, ...(detail && { detail }) };
      await recordAudit(trx, { personId: viewer.personId, action: `facilitation.${action}`, ...subject });
    }
    return { ok: true, changed: done };
  });
  if (step.ok && step.changed) services.live.changed(meetingId, 'facilitation');
  if (step.ok && step.changed && changesRights) services.live.accessChanged({ meetingId });
  return step;
}
