import { COMPLEMENT_KINDS, type ComplementKind, MAX_PROPOSED, type ProposedIdentity } from '#app/model/complements.ts';
import type { BlockKind } from '#app/model/notes.ts';
import type { ProposalFault } from '#app/model/proposals.ts';

export const INTENTS = { propose: 'propose', revise: 'revise', withdraw: 'withdraw', answer: 'answer', opened: 'opened' } as const;

/** What the form of a proposal holds: as it was made, or as it was sent and has to be mended. */
export interface ReviewFormValues {
  /** Of the proposal to be (the same form sent twice makes one), or of the one that is changed. */
  id: string;
  /** '' of a new one; else the revision that is changed. */
  revision: string;
  kind: ComplementKind;
  /** The paragraph, as it was shown: its id, kind, words, point and the seal on them. '' when it is about none. */
  block: string;
  blockKind: BlockKind | '';
  base: string;
  item: string;
  seal: string;
  text: string;
  comment: string;
  name: string;
  function: string;
  organisation: string;
}

/** Which field of the form a fault belongs to. */
export const FAULTY: Record<ProposalFault, 'text' | 'comment' | 'name'> = {
  text_needed: 'text',
  text_too_long: 'text',
  unchanged: 'text',
  comment_needed: 'comment',
  comment_too_long: 'comment',
  name_needed: 'name',
  identity_too_long: 'name',
};

export const NO_VALUES: Omit<ReviewFormValues, 'id' | 'kind'> = {
  ...{
    revision: '',
    block: '',
    blockKind: '',
    base: '',
    item: '',
    seal: '',
    text: '',
    comment: '',
    name: '',
    function: '',
    organisation: '',
  },
};

export function isKind(value: unknown): value is ComplementKind {
  return COMPLEMENT_KINDS.some((kind) => kind === value);
}

/** Most characters of a field that are looked at: beyond the longest limit, so that what is refused is given back as it was typed. */
const MOST_KEPT = 2 * MAX_PROPOSED + 2;

/** Reads the form; texts beyond any use are cut before anything looks at them, after the point where they are refused. */
export function readReviewForm(form: FormData): ReviewFormValues {
  const text = (name: string) => {
    const value = form.get(name);
    // forms send line breaks as CR LF (HTML, 4.10.22); the notes have LF
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').slice(0, MOST_KEPT) : '';
  };
  const kind = form.get('kind');
  return {
    ...{ id: text('id'), revision: text('revision'), kind: isKind(kind) ? kind : 'comment' },
    ...{ block: text('block'), blockKind: text('blockKind') as BlockKind | '', base: baseOf(form) },
    ...{ item: text('item'), seal: text('seal'), text: text('text'), comment: text('comment') },
    ...{ name: text('name'), function: text('function') },
    organisation: text('organisation'),
  };
}

// whole, or its seal would not fit any more
function baseOf(form: FormData): string {
  const value = form.get('base');
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

/** The identity that a form was made from, which an unchanged one must not repeat. */
export function baseForParsing(values: ReviewFormValues, identity: ProposedIdentity): { text: string } | { identity: ProposedIdentity } {
  return values.kind === 'identity' ? { identity } : { text: values.base };
}
