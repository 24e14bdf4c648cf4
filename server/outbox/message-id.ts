import type { Env } from '#server/env.ts';

/** Stable for a mail (RFC 5322, 3.6.4): a second attempt after a crash carries the same, so that mailboxes can drop the double. */
export function messageIdOf({ mailFrom }: Pick<Env, 'mailFrom'>, mailId: string): string {
  return `<${mailId}@${domainOfSender(mailFrom)}>`;
}

/** Which mail of ours carries this Message-ID; null for one that is not ours. */
export function mailIdOf({ mailFrom }: Pick<Env, 'mailFrom'>, messageId: string): string | null {
  const [, id, domain] = /^\s*<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>@\s]+)>?\s*$/i.exec(messageId) ?? [];
  return id && domain?.toLowerCase() === domainOfSender(mailFrom).toLowerCase() ? id.toLowerCase() : null;
}

/** What stands behind the @ of our address. */
export function domainOfSender(mailFrom: string): string {
  return mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
}
