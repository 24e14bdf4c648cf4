import { Parser } from 'htmlparser2';
import type { Picture } from './read-picture.ts';

// what a drawing needs; everything else (scripts, foreign content, animation, pictures from elsewhere) is refused
const ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'metadata', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline'],
  ...['polygon', 'text', 'tspan', 'lineargradient', 'radialgradient', 'stop', 'clippath', 'mask', 'pattern', 'style', 'marker', 'switch'],
]);
const MOST_ELEMENTS = 5000;
/** Characters that are read before the elements are counted again. */
const PIECE = 10_000;

/** The size of an SVG that is nothing but a drawing; the reason why another is refused. */
export function readSvg(bytes: Buffer): Picture {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/.test(text))
    return { ok: false, reason: /<!DOCTYPE|<!ENTITY/i.test(text) && text.includes('<svg') ? 'unsafe' : 'not-a-picture' };
  let unsafe = /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i.test(text);
  let elements = 0;
  let open = 0;
  let root: Record<string, string> | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        open += 1;
        root ??= attributes;
        // editors leave elements of their own namespaces; they draw nothing, but whoever reads them may do something
        if (!ELEMENTS.has(name.toLowerCase())) unsafe = true;
        for (const [key, value] of Object.entries(attributes)) if (isUnsafe(key.toLowerCase(), value)) unsafe = true;
      },
      ontext(words) {
        if (/@import|url\((?!#)|expression\(|javascript:/i.test(words)) unsafe = true;
      },
      onclosetag() {
        open -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // piece by piece: elements in one another take the time of their number squared
  for (let at = 0; at < text.length && elements <= MOST_ELEMENTS; at += PIECE) parser.write(text.slice(at, at + PIECE));
  // what is closed by the end of the text was cut off
  const whole = open === 0;
  parser.end();
  if (elements > MOST_ELEMENTS) return { ok: false, reason: 'unsafe' };
  if (!root || !whole) return { ok: false, reason: 'not-a-picture' };
  if (unsafe) return { ok: false, reason: 'unsafe' };
  return { ok: true, type: 'image/svg+xml', ...sizeOf(root) };
}

function isUnsafe(name: string, value: string): boolean {
  if (name.startsWith('on')) return true;
  if (/(^|:)href$/.test(name)) return !value.trim().startsWith('#');
  if (name === 'xml:base' || name === 'src') return true;
  return !name.startsWith('xmlns') && /url\((?!\s*['"]?#)|javascript:|@import/i.test(value);
}

function sizeOf(attributes: Record<string, string>): { width: number; height: number } {
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (boxWidth > 0 && boxHeight > 0) return { width: boxWidth, height: boxHeight };
  const length = (text: string | undefined) => (text && !text.trim().endsWith('%') ? Number.parseFloat(text) : Number.NaN);
  return { width: length(attributes.width) || 0, height: length(attributes.height) || 0 };
}
