import { timingSafeEqual } from 'node:crypto';
import { type BlockKind, isBlockKind } from '#app/model/notes.ts';
import { isUuid } from '#app/model/uuid.ts';
import { keyedHash } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';

/** A paragraph as a page showed it: what a proposal is about, whatever became of it since. */
export interface ShownParagraph {
  meetingId: string;
  agendaItemId: string;
  blockId: string;
  kind: BlockKind;
  text: string;
}

type Env = Pick<Services, 'env'>;

/**
 * A seal on what the page showed. A proposal may come when its paragraph is gone, and is kept with the words that its author
 * saw; without the seal anybody could quote words that never stood in the notes, or those of another meeting.
 */
export function sealShown({ env }: Env, shown: ShownParagraph): string {
  return keyedHash(env, 'review-paragraph', textOf(shown)).toString('base64url');
}

/** What the form brings back; null: no page of ours showed it. */
export function openShown(services: Env, sent: Omit<ShownParagraph, 'kind'> & { kind: string; seal: string }): ShownParagraph | null {
  const { seal, kind, ...rest } = sent;
  if (!isBlockKind(kind) || !isUuid(rest.agendaItemId)) return null;
  const shown = { ...rest, kind };
  const given = Buffer.from(seal, 'base64url');
  const right = keyedHash(services.env, 'review-paragraph', textOf(shown));
  return given.length === right.length && timingSafeEqual(given, right) ? shown : null;
}

function textOf({ meetingId, agendaItemId, blockId, kind, text }: ShownParagraph): string {
  return JSON.stringify([meetingId, agendaItemId, blockId, kind, text]);
}
