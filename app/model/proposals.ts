import { type ComplementKind, MAX_COMMENT, MAX_PROPOSED, type ProposedIdentity } from './complements.ts';
import { REVIEW_LIMITS } from './reviews.ts';
import { cleanLine, cleanText } from './text.ts';

/** What a participant wants, cleaned; where it stands is told apart from it. */
export type Proposal =
  | { kind: 'replace' | 'insert'; text: string; comment: string }
  | { kind: 'delete' | 'comment'; comment: string }
  | { kind: 'identity'; identity: ProposedIdentity; comment: string };

export type ProposalFault =
  | 'text_needed'
  | 'text_too_long'
  | 'comment_needed'
  | 'comment_too_long'
  | 'unchanged'
  | 'name_needed'
  | 'identity_too_long';

/** As a form brings it. */
export interface SentProposal {
  kind: ComplementKind;
  text: string;
  comment: string;
  name: string;
  function: string;
  organisation: string;
}

/** Cleans what was sent, or says what is wrong in it. `base`: the words, or the identity, that it would replace. */
export function parseProposal(sent: SentProposal, base: { text: string } | { identity: ProposedIdentity }): Proposal | ProposalFault {
  const comment = cleanText(sent.comment);
  if (lengthOf(comment) > MAX_COMMENT) return 'comment_too_long';
  switch (sent.kind) {
    case 'comment':
      return comment ? { kind: 'comment', comment } : 'comment_needed';
    case 'delete':
      return { kind: 'delete', comment };
    case 'replace':
    case 'insert': {
      const text = cleanText(sent.text);
      if (!text) return 'text_needed';
      if (lengthOf(text) > MAX_PROPOSED) return 'text_too_long';
      if (sent.kind === 'replace' && 'text' in base && text === cleanText(base.text)) return 'unchanged';
      return { kind: sent.kind, text, comment };
    }
    case 'identity':
      return parseIdentity(sent, base, comment);
  }
}

function parseIdentity(sent: SentProposal, base: object, comment: string): Proposal | ProposalFault {
  const identity = { name: cleanLine(sent.name), function: cleanLine(sent.function), organisation: cleanLine(sent.organisation) };
  if (!identity.name) return 'name_needed';
  const parts = ['name', 'function', 'organisation'] as const;
  if (parts.some((part) => lengthOf(identity[part]) > REVIEW_LIMITS[part])) return 'identity_too_long';
  const before = 'identity' in base ? (base.identity as ProposedIdentity) : null;
  if (before && parts.every((part) => identity[part] === cleanLine(before[part]))) return 'unchanged';
  return { kind: 'identity', identity, comment };
}

// code points, as the checks of the tables count
const lengthOf = (text: string) => [...text].length;
