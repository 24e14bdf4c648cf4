export type ReadBytes = { ok: true; text: string } | { ok: false; reason: 'spreadsheet' | 'binary' };

/**
 * The text of a file whose encoding nobody declares: UTF-16 by its mark (Excel's « Unicode text »), UTF-8 when it is valid,
 * else Windows-1252, in which every byte means something. A workbook or another binary file is refused by name.
 */
export function decodeTable(bytes: Uint8Array): ReadBytes {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { ok: false, reason: 'spreadsheet' }; // ZIP: .xlsx, .ods
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, reason: 'spreadsheet' }; // OLE: .xls
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { ok: true, text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes.includes(0)) return { ok: false, reason: 'binary' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
  }
}
