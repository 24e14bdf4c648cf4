import type { Leaf, Leaves } from '#app/model/minutes-proof.ts';
import { canonical, leafHash } from './seal-content.ts';
import { type Part, partsOf } from './seal-parts.ts';

/** What a version that loses its texts still proves: its own parts, null when they are gone already. */
interface Erased {
  leaves: Leaves | null;
  content: string | null;
  internalContent: string | null;
}

/**
 * The leaves of a version whose texts go, without the salts of whatever the new version does not say: a salt lets anybody
 * who guesses the words find out that they guessed right. With the salts that stay, anybody sees in the new version's text
 * that the rest is what it was.
 */
export function leavesWithout(
  { leaves, content, internalContent }: Erased,
  now: { public: string; internal: string | null },
): Leaves | null {
  if (!leaves) return null;
  return {
    public: keepSalts(leaves.public, content, now.public),
    internal: leaves.internal && keepSalts(leaves.internal, internalContent, now.internal ?? now.public),
  };
}

function keepSalts(leaves: readonly Leaf[], then: string | null, now: string): Leaf[] {
  const parts = partsIn(now);
  const said = new Set(parts.map(({ value }) => canonical(value)));
  const byId = new Map(parts.map((part) => [part.id, part]));
  const own = then === null ? null : new Map(partsIn(then).map(({ id, value }) => [id, canonical(value)]));
  return leaves.map((leaf) => {
    if (leaf.salt === null) return leaf;
    const still = own ? said.has(own.get(leaf.id) ?? '') : isOf(leaf, leaf.salt, byId.get(leaf.id));
    return still ? leaf : { ...leaf, salt: null };
  });
}

function isOf(leaf: Leaf, salt: string, part: Part | undefined): boolean {
  return part !== undefined && leafHash(part, salt) === leaf.hash;
}

const partsIn = (text: string) => partsOf(JSON.parse(text) as object);
