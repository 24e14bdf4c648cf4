import { countFailure } from '#db/outbox/addresses.ts';
import { markBounced, noteSoftBounce } from '#db/outbox/bounces.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { verdictOfReply } from './mail-fault.ts';
import { mailIdOf } from './message-id.ts';

/** What a delivery report (RFC 3464) says of one recipient. */
export type Bounce = (
  | /** The Message-ID of the mail that came back, with or without angle brackets. */ { messageId: string }
  | { outboxMailId: string }
) & {
  /** Original-Recipient, or Final-Recipient; a forwarded mail bounces from an address that we never wrote to. */
  recipient: string;
  /** Action: failed. Anything else is only noted: the other server still tries. */
  permanent: boolean;
  /** Status and Diagnostic-Code, or whatever the report says. */
  diagnostic: string;
};

/**
 * Notes that a mail came back: for good, and the mail is shown as such and its address counted as failing; or not yet, and
 * that is noted only. A report that does not name a mail of ours changes nothing, since anybody can write one.
 */
export async function recordBounce(services: Services, bounce: Bounce): Promise<void> {
  const mailId = 'messageId' in bounce ? mailIdOf(services.env, bounce.messageId) : bounce.outboxMailId;
  if (!mailId) return;
  const at = services.clock.now().toString();
  const lastError = (bounce.diagnostic.trim() || 'The mail came back.').slice(0, 500);
  if (!bounce.permanent) return await noteSoftBounce(services.db, mailId, lastError);
  const { fault, ofAddress } = verdictOfReply(bounce.diagnostic);
  await inTransaction(services.db, async (trx) => {
    // the same report twice, or two of one mail, is one failure
    const address = await markBounced(trx, mailId, { fault, lastError, at });
    if (address && (ofAddress || fault === 'other')) await countFailure(trx, { address, reason: fault, at });
  });
}
