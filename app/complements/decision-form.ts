import { z } from 'zod';
import { MAX_PROPOSED, MAX_REASON, type ProposedIdentity } from '#app/model/complements.ts';
import { REVIEW_LIMITS } from '#app/model/reviews.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';

export const INTENTS = ['accept', 'edit', 'refuse', 'handle', 'reopen'] as const;
export type Intent = (typeof INTENTS)[number];

/** What an organiser sent of one proposal. */
export interface SentDecision {
  id: string;
  intent: Intent;
  /** The proposal to go on with; null: the last. */
  next: string | null;
  seen: string;
  /** '' unless there is a place to choose: « point » or « point/paragraph ». */
  into: string;
  text: string;
  reason: string;
  identity: ProposedIdentity;
}

export type SentFault = 'text-too-long' | 'reason-too-long' | 'name-too-long';

const fields = z.object({
  id: z.uuid(),
  intent: z.enum(INTENTS),
  next: z.union([z.uuid(), z.literal('').transform(() => null)]).catch(null),
  seen: z.string().max(16).catch(''),
  into: z.string().max(140).catch(''),
});

/** Null: no form of ours sent this. */
export function readDecision(form: FormData): SentDecision | null {
  const known = fields.safeParse(Object.fromEntries(['id', 'intent', 'next', 'seen', 'into'].map((name) => [name, form.get(name) ?? ''])));
  if (!known.success) return null;
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    ...known.data,
    text: cleanText(typed('text')),
    reason: cleanText(typed('reason')),
    identity: { name: cleanLine(typed('name')), function: cleanLine(typed('function')), organisation: cleanLine(typed('organisation')) },
  };
}

export function faultOf({ text, reason, identity }: SentDecision): SentFault | null {
  const longer = (value: string, most: number) => [...value].length > most;
  if (longer(text, MAX_PROPOSED)) return 'text-too-long';
  if (longer(reason, MAX_REASON)) return 'reason-too-long';
  const { name, function: role, organisation } = REVIEW_LIMITS;
  const tooLong = longer(identity.name, name) || longer(identity.function, role) || longer(identity.organisation, organisation);
  return tooLong ? 'name-too-long' : null;
}

/** Where to put what has lost its place. */
export function parseSpot(into: string): { agendaItemId: string; after: string | null } | null {
  const found = /^([0-9a-f-]{36})(?:\/([\w-]{1,100}))?$/.exec(into);
  return found?.[1] ? { agendaItemId: found[1], after: found[2] ?? null } : null;
}
