import { getDocumentProxy } from 'unpdf';
import { IMPORT_LIMITS } from '#app/model/imports.ts';
import { readTextParts } from '../text-parts.ts';
import { linesOfPage, type PdfLine, textOfLines, withoutMargins } from './pdf-lines.ts';
import { type ReadFile, Unreadable } from './read-fault.ts';
import { mendSymbols } from './symbols.ts';

/** Fewer characters than this on a page that has any: it is a picture of text. */
const SCANNED = 25;

/** The paragraphs of a PDF (ISO 32000), put together again from its lines. Fonts and scripts in it are never run. */
export async function readPdf(bytes: Buffer): Promise<ReadFile> {
  const pdf = await open(bytes);
  const pages: PdfLine[][] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = linesOfPage((await page.getTextContent()).items);
    page.cleanup();
    for (const line of lines) length += line.text.length;
    if (length > IMPORT_LIMITS.text) throw new Unreadable('too_long');
    pages.push(lines);
  }
  await pdf.loadingTask.destroy();
  if (length < SCANNED * Math.max(pages.length, 1)) throw new Unreadable('scan');
  const text = mendSymbols(textOfLines(withoutMargins(pages)));
  if (isGarbled(text)) throw new Unreadable('garbled');
  const parts = readTextParts(text).map((part) => ({ ...part, line: null }));
  if (parts.length > IMPORT_LIMITS.parts) throw new Unreadable('too_long');
  return { format: 'pdf', parts, notices: [] };
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    // pdf.js tells its errors apart by name only
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

/** Whether letters came out as something else: a font without a table of what its signs mean (ISO 32000-2, 9.10). */
function isGarbled(text: string): boolean {
  const signs = text.match(/\S/gu)?.length ?? 0;
  if (signs < 50) return false;
  const strange = text.match(/[\p{Co}\p{Cn}\uFFFD]|(?![\n\t])\p{Cc}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (strange > signs * 0.08 || letters < signs * 0.4) return true;
  const words = text.match(/(?<!\p{L})\p{Script=Latin}{4,}(?!\p{L})/gu) ?? [];
  const spoken = words.filter((word) => /[aeiouyàâäéèêëîïôöùûüœæáíóúãõ]/iu.test(word)).length;
  return words.length > 20 && spoken < words.length * 0.6;
}
