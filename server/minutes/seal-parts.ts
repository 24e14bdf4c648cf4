/** One part of an edition: what a leaf is the hash of. */
export interface Part {
  /** JSON pointer (RFC 6901). */
  id: string;
  value: Record<string, unknown>;
}

/** Members of the published tree that are taken apart further; anything else stays whole in the part that it belongs to. */
const DIVIDED: ReadonlySet<string> = new Set([
  ...['meeting', 'agenda', 'highlights', 'synthesis', 'takeAways', 'sections', 'entries', 'speaker', 'block', 'blocks'],
  ...['decisions', 'actions', 'nextSteps', 'annex', 'present', 'people', 'excused', 'complements', 'notes'],
]);

/**
 * The parts of an edition, in order: each names in its value how many parts stand below it, so that none can be added or
 * left out. The salt of the edition is none of them: it changes with every version.
 */
export function partsOf(edition: object): Part[] {
  const { salt: _salt, ...content } = edition as Record<string, unknown>;
  return divide(content, '');
}

function divide(members: Record<string, unknown>, pointer: string): Part[] {
  const own: Record<string, unknown> = {};
  const below: Part[] = [];
  for (const [key, member] of Object.entries(members)) {
    if (!DIVIDED.has(key) || typeof member !== 'object' || member === null) own[key] = member;
    else if (Array.isArray(member) && member.every(isRecord)) {
      own[key] = member.length;
      below.push(...member.flatMap((each: Record<string, unknown>, index) => divide(each, `${pointer}/${key}/${index}`)));
    } else if (isRecord(member)) below.push(...divide(member, `${pointer}/${key}`));
    else own[key] = member;
  }
  return [{ id: pointer, value: own }, ...below];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
