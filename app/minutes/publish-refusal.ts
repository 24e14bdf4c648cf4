import { m } from '#app/messages/compiled/messages.js';
import type { NotedVersion } from '#server/minutes/note-version.ts';
import type { Publication } from '#server/minutes/publish-minutes.ts';

/** Why nothing was published, and what to do. */
export function publicationRefusal(refused: Exclude<Publication, { ok: true }>): string {
  switch (refused.reason) {
    case 'already-published':
      return m.minutes_already({ number: refused.number });
    case 'open-proposals':
      return m.versions_refused_proposals({ count: refused.count });
    case 'unchanged':
      return m.minutes_unchanged();
    case 'empty':
      return m.minutes_empty_notes();
    case 'changed':
      return m.versions_refused_changed();
    case 'not-as-approved':
      return m.versions_refused_approval();
    case 'in-review':
      return m.versions_refused_review();
    case 'erratum-empty':
      return m.versions_erratum_empty();
    case 'not-allowed':
      return m.versions_refused();
  }
}

export function noteRefusal(refused: Exclude<NotedVersion, { ok: true }>): string {
  switch (refused.reason) {
    case 'stale':
      return m.versions_refused_stale({ number: refused.number });
    case 'note-empty':
      return m.versions_note_empty();
    case 'not-allowed':
      return m.versions_refused();
  }
}
