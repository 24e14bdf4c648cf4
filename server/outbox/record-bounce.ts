import { countFailure } from '#db/outbox/addresses.ts';
import { findSentTo, markBounced, noteSoftBounce } from '#db/outbox/bounces.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { verdictOfReply } from './mail-fault.ts';
import { mailIdOf } from './message-id.ts';

/** What a delivery report (RFC 3464) says of one recipient. */
export type Bounce = (
  | /** The Message-ID of the mail that came back, with or without angle brackets. */ { messageId: string }
  | { outboxMailId: string }
) & {
  /** Original-Recipient, or Final-Recipient; null: a report in due form that names none. */
  recipient: string | null;
  /** Action: failed. Anything else is only noted: the other server still tries. */
  permanent: boolean;
  /** Status and Diagnostic-Code, or whatever the report says. */
  diagnostic: string;
};

/**
 * Notes that a mail came back: for good, and the mail is shown as such and its address counted as failing; or not yet, and
 * that is noted only. False, and nothing is changed, where the report names no mail of ours, or another recipient than the
 * mail had: anybody can write one, and a Message-ID travels with every answer to a mail.
 */
export async function recordBounce(services: Services, bounce: Bounce): Promise<boolean> {
  const mailId = 'messageId' in bounce ? mailIdOf(services.env, bounce.messageId) : bounce.outboxMailId;
  const sentTo = mailId ? await findSentTo(services.db, mailId) : null;
  if (!mailId || sentTo === null) return false;
  if (bounce.recipient !== null && bounce.recipient.toLowerCase() !== sentTo.toLowerCase()) return false;
  const at = services.clock.now().toString();
  const lastError = (bounce.diagnostic.trim() || 'The mail came back.').slice(0, 500);
  if (!bounce.permanent) {
    await noteSoftBounce(services.db, mailId, lastError);
    return true;
  }
  const { fault, ofAddress } = verdictOfReply(bounce.diagnostic);
  await inTransaction(services.db, async (trx) => {
    // the same report twice, or two of one mail, is one failure
    const address = await markBounced(trx, mailId, { fault, lastError, at });
    if (address && (ofAddress || fault === 'other')) await countFailure(trx, { address, reason: fault, at });
  });
  return true;
}
