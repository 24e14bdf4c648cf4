import type { BlockKind } from '#app/model/notes.ts';
import { styleNamed } from './docx-styles.ts';
import type { Look } from './paragraph.ts';
import { walkXml } from './xml.ts';

interface Style extends Look {
  heading: number | null;
  kind: BlockKind | null;
  parent: string;
}

export interface OdtStyles {
  find(name: string): Omit<Style, 'parent'>;
  /** Whether a list style numbers its items. */
  isOrdered(name: string): boolean;
}

/** Styles of an OpenDocument text (ODF 1.3, part 3, 16): of styles.xml and, automatic ones, of content.xml. */
export function readOdtStyles(files: readonly (Uint8Array | null)[]): OdtStyles {
  const styles = new Map<string, Style>();
  const ordered = new Set<string>();
  let style: Style | null = null;
  let list = '';
  for (const bytes of files) {
    if (!bytes) continue;
    walkXml(bytes, {
      open(name, attributes) {
        if (name === 'style:style') {
          const label = attributes['style:display-name'] ?? attributes['style:name'] ?? '';
          style = { ...styleNamed(label.replaceAll('_20_', ' ')), parent: attributes['style:parent-style-name'] ?? '' };
          styles.set(attributes['style:name'] ?? '', style);
        } else if (name === 'style:text-properties' && style) {
          if (attributes['fo:font-weight']) style.bold = attributes['fo:font-weight'] === 'bold';
          if (attributes['fo:font-style']) style.italic = attributes['fo:font-style'] === 'italic';
          if (attributes['style:text-underline-style']) style.underline = attributes['style:text-underline-style'] !== 'none';
        } else if (name === 'text:list-style') list = attributes['style:name'] ?? '';
        else if (name === 'text:list-level-style-number' && attributes['text:level'] === '1') ordered.add(list);
      },
      close(name) {
        if (name === 'style:style') style = null;
      },
    });
  }
  return {
    isOrdered: (name) => ordered.has(name),
    find(name) {
      let found = styles.get(name);
      const { bold, italic, underline } = found ?? {};
      let [heading, kind]: [number | null, BlockKind | null] = [null, null];
      for (let depth = 0; found && depth < 10; depth += 1) {
        heading ??= found.heading;
        kind ??= found.kind;
        found = styles.get(found.parent);
      }
      return { heading, kind, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) };
    },
  };
}
