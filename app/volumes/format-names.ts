import { m } from '#app/messages/compiled/messages.js';
import type { FileFormat } from '#app/model/minutes.ts';
import type { FileFault } from '#app/model/minutes-files.ts';

export const FORMAT_NAMES: Record<FileFormat, () => string> = { pdf: m.files_pdf, docx: m.files_docx, odt: m.files_odt };

const FAULTS: Record<Exclude<FileFault['reason'], 'missing'>, (inputs: { format: string }) => string> = {
  unavailable: m.files_fault_unavailable,
  'too-long': m.files_fault_too_long,
  killed: m.files_fault_killed,
  broken: m.files_fault_broken,
};

/** What organisers are told of a file that is not there, or not quite what was typed; null when all is well. */
export function faultInWords({ format, fault }: { format: FileFormat; fault: FileFault | null }): string | null {
  if (!fault) return null;
  const name = FORMAT_NAMES[format]();
  return fault.reason === 'missing'
    ? m.files_fault_missing({ format: name, characters: [...fault.characters].join(' ') })
    : FAULTS[fault.reason]({ format: name });
}
