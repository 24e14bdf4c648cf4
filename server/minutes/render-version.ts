import type { FileFormat } from '#app/model/minutes.ts';
import type { Download } from '#app/model/minutes-files.ts';
import { toMarkdown } from './formats/markdown.ts';
import { toPlainText } from './formats/plain-text.ts';
import { type VersionStamp, versionFacts } from './formats/version-facts.ts';
import { readContent } from './read-content.ts';

export const MEDIA_TYPES: Record<Download, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Formats that are written when asked for; the others are stored, see files/. */
export type WrittenFormat = Exclude<Download, FileFormat>;

/** A version as text; `json` gives the very bytes that the fingerprint is of. `text`: what was sealed. */
export function renderVersion(text: string, stamp: VersionStamp, format: WrittenFormat): string {
  if (format === 'json') return text;
  const content = readContent(text);
  const render = format === 'md' ? toMarkdown : toPlainText;
  return render(content, versionFacts(content, stamp));
}
