import type { Env } from '#server/env.ts';

/** What the operator should know at the start about answers that come by mail; nothing in the demo, which reads its own. */
export function inboxAdvice({ demo, mailFrom, inbox }: Env): string[] {
  if (demo) return [];
  const { imapUrl, inboundSecret, authservId } = inbox;
  if (!imapUrl && !inboundSecret)
    return [`Answers that people give in their calendars go to ${mailFrom}, and nobody reads them: set IMAP_URL or INBOUND_SECRET.`];
  if (!authservId)
    return ['MAIL_AUTHSERV_ID is not set: no answer from a calendar can be proven, and each person will be asked to confirm theirs.'];
  return [];
}
