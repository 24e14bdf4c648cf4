import type { Edition } from './minutes-content.ts';

/** Everything that a version can be downloaded as, in the order in which it is offered. */
const DOWNLOADS = ['pdf', 'docx', 'odt', 'md', 'txt', 'json'] as const;
export type Download = (typeof DOWNLOADS)[number];

const INTERNAL = '-interne';

/** '2020-11-30-brainstorming-v2.pdf', '…-v2-interne.pdf' */
export function fileName({ slug, number, edition, format }: { slug: string; number: number; edition: Edition; format: Download }): string {
  return `${slug}-v${number}${edition === 'internal' ? INTERNAL : ''}.${format}`;
}

/** What a file name asks for of a version; null when it is not the name of one of its files. */
export function readFileName(name: string, version: { slug: string; number: number }): { edition: Edition; format: Download } | null {
  const format = DOWNLOADS.find((each) => name.endsWith(`.${each}`));
  if (!format) return null;
  const edition = name.endsWith(`${INTERNAL}.${format}`) ? 'internal' : 'public';
  return name === fileName({ ...version, edition, format }) ? { edition, format } : null;
}

/** Why a file is not there, or is not quite what was typed. */
export type FileFault =
  /** No font has these characters; « ▯ » stands in their place. */
  | { reason: 'missing'; characters: string }
  /** unavailable: this server makes no such files. */
  | { reason: 'unavailable' | 'too-long' | 'killed' | 'broken' };

const REASONS = ['unavailable', 'too-long', 'killed', 'broken'] as const;
const MISSING = 'missing ';
const MOST_CHARACTERS = 100;

/** As it is kept with the file; '' for none. */
export function writeFault(fault: FileFault | null): string {
  if (!fault) return '';
  return fault.reason === 'missing' ? `${MISSING}${[...fault.characters].slice(0, MOST_CHARACTERS).join('')}` : fault.reason;
}

export function readFault(text: string): FileFault | null {
  if (text.startsWith(MISSING)) return { reason: 'missing', characters: text.slice(MISSING.length) };
  const reason = REASONS.find((each) => each === text);
  return reason ? { reason } : null;
}
