import { createHash } from 'node:crypto';

/**
 * The name of the bookmark by which a paragraph of the notes is found again in a file that comes back. Word takes 40 letters,
 * digits and underscores, and does not show what begins with an underscore.
 */
export function bookmarkOf(blockId: string): string {
  return `_b${createHash('sha256').update(blockId).digest('hex').slice(0, 30)}`;
}
