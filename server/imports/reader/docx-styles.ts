import type { BlockKind } from '#app/model/notes.ts';
import { walkXml } from './xml.ts';

export interface ParagraphStyle {
  /** 'title', 'heading 1'…; '' for any other. */
  heading: number | null;
  kind: BlockKind | null;
  list: { id: string; level: number } | null;
}

/** Named styles of our own exports, in each language in which they were ever written. */
const KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^à retenir$/i, 'takeaway'],
  [/^décision$/i, 'decision'],
  [/^action$/i, 'action'],
  [/^proposition$/i, 'proposal'],
  [/^question$/i, 'question'],
  [/^point de vigilance$/i, 'caution'],
  [/^accord$/i, 'agreement'],
];

/** What a style's name says, whatever word processor wrote it: 'heading 2', 'Titre 2', 'À retenir'. Level 0 is the title. */
export function styleNamed(name: string): Pick<ParagraphStyle, 'heading' | 'kind'> {
  const heading = /^(?:heading|titre|überschrift|t[ií]tulo|titolo|encabezado)[ _]?([1-9])$/i.exec(name);
  if (heading) return { heading: Number(heading[1]), kind: null };
  if (/^(?:title|titre|t[ií]tulo|titel)$/i.test(name)) return { heading: 0, kind: null };
  return { heading: null, kind: KINDS.find(([words]) => words.test(name))?.[1] ?? null };
}

/** Paragraph styles of word/styles.xml by id; what a style does not say it has from the one it is based on. */
export function readStyles(bytes: Uint8Array | null): (id: string) => ParagraphStyle {
  const styles = new Map<string, ParagraphStyle & { basedOn: string }>();
  let style: (ParagraphStyle & { basedOn: string }) | null = null;
  let level = 0;
  if (bytes)
    walkXml(bytes, {
      open(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style' && attributes['w:type'] === 'paragraph') {
          style = { heading: null, kind: null, list: null, basedOn: '' };
          level = 0;
          styles.set(attributes['w:styleId'] ?? '', style);
        } else if (!style) return;
        else if (name === 'w:name') Object.assign(style, styleNamed(value));
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:outlineLvl' && style.heading === null && Number(value) < 9) style.heading = Number(value) + 1;
        else if (name === 'w:ilvl') level = Number(value) || 0;
        else if (name === 'w:numId') style.list = value === '0' ? null : { id: value, level };
      },
      close(name) {
        if (name === 'w:style') style = null;
      },
    });
  const none: ParagraphStyle = { heading: null, kind: null, list: null };
  const find = (id: string, depth = 0): ParagraphStyle => {
    const own = styles.get(id);
    if (!own) return none;
    const base = own.basedOn && depth < 10 ? find(own.basedOn, depth + 1) : none;
    return { heading: own.heading ?? base.heading, kind: own.kind ?? base.kind, list: own.list ?? base.list };
  };
  return find;
}

/** Whether a level of a list of word/numbering.xml is numbered. */
export function readNumbering(bytes: Uint8Array | null): (id: string, level: number) => boolean {
  const formats = new Map<string, string>();
  const lists = new Map<string, string>();
  let [abstract, level, list] = ['', '', ''];
  if (bytes)
    walkXml(bytes, {
      open(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') abstract = attributes['w:abstractNumId'] ?? '';
        else if (name === 'w:lvl') level = attributes['w:ilvl'] ?? '';
        else if (name === 'w:numFmt' && list === '') formats.set(`${abstract} ${level}`, value);
        else if (name === 'w:num') list = attributes['w:numId'] ?? '';
        else if (name === 'w:abstractNumId') lists.set(list, value);
      },
      close(name) {
        if (name === 'w:num') list = '';
      },
    });
  return (id, at) => !['bullet', 'none'].includes(formats.get(`${lists.get(id) ?? ''} ${at}`) ?? 'bullet');
}
