/** Code points from `first` to `last` that a font has a glyph for. */
export type Range = readonly [first: number, last: number];

/**
 * The code points of a TrueType or OpenType font, from its `cmap` table (ISO/IEC 14496-22, 5.2.1): subtables of format 4 and 12,
 * which every font of ours has. A range may hold a few characters without a glyph (format 4 with gaps): those are
 * looked up one by one. Throws on a file that is no such font.
 */
export function readCmap(font: Uint8Array): Range[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableAt(view, 'cmap');
  const ranges: Range[] = [];
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const at = table + view.getUint32(table + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) ranges.push(...readGroups(view, at));
    else if (format === 4) ranges.push(...readSegments(view, at));
  }
  return ranges;
}

function tableAt(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`This font has no table '${tag}'.`);
}

function readGroups(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index): Range => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
}

function readSegments(view: DataView, at: number): Range[] {
  const bytes = view.getUint16(at + 6);
  const ranges: Range[] = [];
  for (let segment = 0; segment < bytes; segment += 2) {
    const last = view.getUint16(at + 14 + segment);
    const first = view.getUint16(at + 16 + bytes + segment);
    const delta = view.getUint16(at + 16 + 2 * bytes + segment);
    const offsetAt = at + 16 + 3 * bytes + segment;
    const offset = view.getUint16(offsetAt);
    if (first > last || first === 0xffff) continue;
    if (offset === 0) ranges.push([first, last]);
    else
      for (let code = first; code <= last; code++) {
        const glyph = view.getUint16(offsetAt + offset + 2 * (code - first));
        if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) ranges.push([code, code]);
      }
  }
  return ranges;
}
