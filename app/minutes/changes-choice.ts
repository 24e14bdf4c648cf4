import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';

/** « Version 2 », or « Brouillon ». `which` is a number, or 'draft'. */
export function nameOfVersion(which: string): string {
  return which === 'draft' ? m.versions_state_draft() : sentenceCase(m.versions_version({ number: which }));
}

/** The same in a sentence: « la version 2 », « le brouillon ». */
export function versionInSentence(which: string): string {
  return which === 'draft' ? m.versions_the_draft() : m.versions_the_version({ number: which });
}
