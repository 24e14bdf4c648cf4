import { createRequire } from 'node:module';
import path from 'node:path';
import type { Logo } from '../formats/house-style.ts';
import type { TypstBadges } from '../formats/typst-badges.ts';
import type { TypstDocument } from '../formats/typst-document.ts';
import type { TypstVolume } from '../formats/typst-volume.ts';
import { loadTypst, type TypstCompiler } from './load-typst.ts';

const FONTS = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic', '800ExtraBold'].map(
    (face) => `@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`,
  ),
  // in every weight that text is set in: one that is missing would be taken from the machine, where it has it
  ...['400Regular', '600SemiBold', '700Bold'].map((face) => `@expo-google-fonts/noto-emoji/${face}/NotoEmoji_${face}.ttf`),
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  ...['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans-Oblique', 'DejaVuSans-BoldOblique'].map((face) => `dejavu-fonts-ttf/ttf/${face}.ttf`),
];

export type TypstPaper = TypstDocument | TypstVolume | TypstBadges;

const templateOf = (paper: TypstPaper) =>
  path.join(import.meta.dirname, 'chapters' in paper ? 'volume.typ' : 'badges' in paper ? 'badges.typ' : 'minutes.typ');
const IN_ITS_PLACE = '\u25AF';
const ROUNDS = 6;
// scripts that the fonts have as a whole; the last resort when rounds of replacing do not come to an end
const NEVER_MISSING =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\u0020-\u007E\u00A0-\u00FF\u2010-\u2027\u202F\u2030-\u203A\u20AC\u25AF\n]/gu;

export interface RenderedPdf {
  bytes: Buffer;
  pages: number;
  /** Characters that no font has: « ▯ » stands in their place. */
  missing: string[];
}

/**
 * PDF/UA-1 (ISO 14289-1) of a document; the same document is the same bytes. Null where Typst is not installed.
 * Throws when the template cannot be laid out, which no text of people can bring about.
 */
export function renderPdf(document: TypstPaper, logo: Logo | null): RenderedPdf | null {
  const typst = loadTypst();
  if (!typst) return null;
  const require = createRequire(import.meta.url);
  const fontPaths = FONTS.map((font) => require.resolve(font));
  const compiler = typst.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });
  if (logo && document.logo) compiler.mapShadow(path.join(import.meta.dirname, document.logo.path), Buffer.from(logo.base64, 'base64'));
  const [year = 1970, month = 1, day = 1] = document.day;
  const creationTimestamp = Date.UTC(year, month - 1, day) / 1000;
  const missing = new Set<string>();
  let json = JSON.stringify(document);
  for (let round = 0; ; round += 1) {
    compiler.mapShadow(path.join(import.meta.dirname, 'document.json'), Buffer.from(json));
    const pages = layOut(compiler, templateOf(document));
    try {
      return { bytes: compiler.pdf(pages, { pdfStandard: 'ua-1', creationTimestamp }), pages: pages.numOfPages, missing: [...missing] };
    } catch (error) {
      const reported = missingIn(error);
      if (reported.size === 0 || round > ROUNDS) throw error;
      const without = round === ROUNDS ? json.replace(NEVER_MISSING, IN_ITS_PLACE) : replaced(json, reported);
      if (without === json) throw error;
      for (const character of reported) missing.add(character);
      json = without;
    }
  }
}

function layOut(compiler: TypstCompiler, mainFilePath: string) {
  const compiled = compiler.compile({ mainFilePath });
  if (compiled.result) return compiled.result;
  const diagnostics = compiled.takeDiagnostics();
  const faults = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
  throw new Error(`The page could not be laid out: ${faults.map(({ message }) => message).join('; ')}`);
}

/** The exporter names each text that has no glyph, with escapes of Rust's: « the text `"\u{1200}"` could not be displayed ». */
function missingIn(error: unknown): Set<string> {
  const message = error instanceof Error ? error.message : String(error);
  const characters = new Set<string>();
  for (const [, text = ''] of message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs)) {
    const plain = text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
    for (const character of plain) if (!/[\s"\\]/.test(character)) characters.add(character);
  }
  return characters;
}

function replaced(json: string, characters: ReadonlySet<string>): string {
  return Array.from(json, (character) => (characters.has(character) ? IN_ITS_PLACE : character)).join('');
}
