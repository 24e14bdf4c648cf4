import { m } from '#app/messages/compiled/messages.js';

/** « version 2 », or « brouillon », in the middle of a sentence. */
export function nameOfVersion(which: string): string {
  return which === 'draft' ? m.versions_the_draft() : m.versions_version({ number: which });
}
