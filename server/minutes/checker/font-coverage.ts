import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Range, readCmap } from './font-cmap.ts';

/** The regular faces of the fonts that the files are set in (server/minutes/files/render-pdf.ts). */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
];

let ranges: Range[] | undefined;

/** Whether one of the fonts of the files has this character. The fonts are read once, when first asked: 10 ms. */
export function fontsDraw(codePoint: number): boolean {
  ranges ??= merge(FONTS.flatMap(read));
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first = 0, last = 0] = ranges[middle] ?? [];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

function read(font: string): Range[] {
  return readCmap(readFileSync(createRequire(import.meta.url).resolve(font)));
}

/** In order, none touching another. */
function merge(all: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [first, last] of [...all].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
