import { readDocx } from './read-docx.ts';
import { type ReadFile, Unreadable } from './read-fault.ts';
import { readOdt } from './read-odt.ts';
import { readText } from './read-text.ts';
import { Zip } from './zip.ts';

/** Compound files (MS-CFB): Word 97-2003, and any Office file with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads a document into parts. What it is its content tells, and never its name. Throws Unreadable. To be called in a process
 * of its own (read-apart.ts): what comes from outside may take any time and memory.
 */
export async function readFile(bytes: Buffer): Promise<ReadFile> {
  const read = await readAny(bytes);
  if (!read.parts.some((part) => part.inline.length > 0 || part.cells.length > 0)) throw new Unreadable('empty');
  return read;
}

async function readAny(bytes: Buffer): Promise<ReadFile> {
  if (bytes.length === 0) throw new Unreadable('empty');
  // loaded when there is one: it is by far the largest of the readers
  if (bytes.subarray(0, 1024).includes('%PDF-')) return (await import('./read-pdf.ts')).readPdf(bytes);
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw new Unreadable(bytes.includes(ENCRYPTED_STREAM) ? 'encrypted' : 'old_word');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readArchive(new Zip(bytes));
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf') throw new Unreadable('old_word');
  if (/^\s*(?:<!doctype html|<html|<\?xml)/i.test(bytes.subarray(0, 200).toString('latin1'))) throw new Unreadable('unknown_format');
  return readText(bytes);
}

function readArchive(zip: Zip): ReadFile {
  if (zip.has('word/document.xml')) return readDocx(zip);
  if (zip.has('content.xml') && (zip.read('mimetype')?.toString('latin1') ?? '').startsWith('application/vnd.oasis.opendocument.text'))
    return readOdt(zip);
  throw new Unreadable('unknown_format');
}
