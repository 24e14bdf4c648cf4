import type { SlidesFormat } from '#app/model/speakers.ts';
import { Unreadable } from '#server/imports/reader/read-fault.ts';
import { Zip } from '#server/imports/reader/zip.ts';
import { Refused } from './slides-fault.ts';

const ODP = 'application/vnd.oasis.opendocument.presentation';

/** Whether an archive is PPTX or ODP. Throws Refused for macros, objects of other programs, encryption and bombs. */
export function checkArchive(bytes: Buffer): SlidesFormat {
  try {
    const zip = new Zip(bytes);
    // everything is inflated once, and counted: what entries claim of their sizes proves nothing
    const entries = new Map([...zip.names].map((name) => [name, zip.read(name) ?? Buffer.alloc(0)]));
    if (entries.has('[Content_Types].xml')) return checkPptx(entries);
    if (entries.get('mimetype')?.toString('latin1').trim() === ODP) return checkOdp(entries);
    throw new Refused('not-slides');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.fault === 'encrypted') throw new Refused('encrypted');
    throw new Refused(error.fault === 'bomb' || error.fault === 'too_many_entries' ? 'bomb' : 'damaged');
  }
}

type Entries = ReadonlyMap<string, Buffer>;

/** Office Open XML (ISO/IEC 29500). */
function checkPptx(entries: Entries): 'pptx' {
  const types = entries.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (/macroEnabled|vbaProject/i.test(types)) throw new Refused('macros');
  if (!entries.has('ppt/presentation.xml') || !types.includes('presentationml.')) throw new Refused('not-slides');
  for (const [name, bytes] of entries) {
    if (/vba(?:Project|Data)/i.test(name)) throw new Refused('macros');
    // a chart keeps its numbers in a workbook; what else is embedded is run by another program
    if (/(?:^|\/)(?:activeX|ctrlProps)\//i.test(name) || /\/embeddings\/(?!.*\.xlsx$)/i.test(name)) throw new Refused('objects');
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const xml = textOf(bytes);
    // what a click starts (ISO/IEC 29500-1, 21.1.2.3.5)
    if (/ppaction:\/\/(?:program|macro)/i.test(xml)) throw new Refused('macros');
    if (name.endsWith('.rels')) checkRelations(xml);
  }
  return 'pptx';
}

/** Links that a reader follows are fine; what a program fetches by itself from elsewhere is not. */
function checkRelations(xml: string): void {
  for (const [relation] of xml.matchAll(/<Relationship\b[^>]*>/g)) {
    if (/\/(?:oleObject|attachedTemplate|vbaProject|control|frame)["']/i.test(relation)) throw new Refused('objects');
    const elsewhere = /TargetMode\s*=\s*["']External["']/i.test(relation);
    if (elsewhere && !/\/(?:hyperlink|video|audio|media)["']/i.test(relation)) throw new Refused('objects');
  }
}

/** OpenDocument (ISO/IEC 26300). */
function checkOdp(entries: Entries): 'odp' {
  if (!entries.has('content.xml')) throw new Refused('not-slides');
  for (const [name, bytes] of entries) {
    if (/^(?:Basic|Scripts|Dialogs)\/./i.test(name)) throw new Refused('macros');
    // charts are folders; a file of this name is an object of another program
    if (/^Object \d+$/.test(name)) throw new Refused('objects');
    if (name === 'META-INF/manifest.xml' && textOf(bytes).includes('encryption-data')) throw new Refused('encrypted');
    if (
      /(?:content|styles)\.xml$/.test(name) &&
      /script:event-listener|presentation:action="(?:execute|macro)"|<office:script\b/.test(textOf(bytes))
    )
      throw new Refused('macros');
  }
  return 'odp';
}

/** XML is read in either of the encodings that every reader knows. */
function textOf(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (wide) return bytes.toString('utf16le');
  // another encoding would hide what is looked for
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw new Refused('damaged');
  const text = bytes.toString('utf8');
  if (/^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii|utf-16)/i.test(text)) throw new Refused('damaged');
  return text;
}
