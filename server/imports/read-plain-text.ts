import type { ImportDraft } from '#app/model/imports.ts';
import { proposeDraft } from './propose/propose-draft.ts';
import { readTextParts } from './text-parts.ts';

/**
 * Reads minutes that are plain text, or the light Markdown that converters write: title, date, place, people, titled parts,
 * turns, take-aways, each with how sure it is and which lines it comes from. Pure. For a person to look through, part by part.
 */
export function readPlainText(text: string): ImportDraft {
  return proposeDraft(readTextParts(text.toWellFormed()));
}
