import { m } from '#app/messages/compiled/messages.js';
import type { Redacted } from '#server/minutes/redact-minutes.ts';

/** Why nothing was redacted, and what to do. */
export function redactionRefusal(refused: Exclude<Redacted, { ok: true }>): string {
  switch (refused.reason) {
    case 'stale':
      return m.versions_redact_stale({ number: refused.number });
    case 'nothing-found':
      return m.versions_redact_nothing();
    case 'notes-full':
      return m.versions_redact_full();
    case 'words-unfit':
      return m.versions_redact_words_missing();
    case 'reason-empty':
      return m.versions_redact_reason_missing();
    case 'reason-repeats':
      return m.versions_redact_reason_repeats();
    case 'not-allowed':
      return m.versions_refused();
  }
}
