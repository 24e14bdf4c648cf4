import { type OdtStyles, readOdtStyles } from './odt-styles.ts';
import { type Look, OpenParagraph } from './paragraph.ts';
import { PartList } from './part-list.ts';
import { type ReadFile, Unreadable } from './read-fault.ts';
import { type Attributes, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

const SKIPPED = new Set([
  'office:annotation',
  'text:note',
  'text:sequence-decls',
  'office:forms',
  'text:table-of-content',
  'draw:object',
  'svg:title',
  'svg:desc',
]);
const MOST_REPEATED = 1000;

/** The paragraphs of an OpenDocument text (ODF 1.3): only content.xml and the styles are opened, and nothing is fetched. */
export function readOdt(zip: Zip): ReadFile {
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) throw new Unreadable('encrypted');
  const content = zip.read('content.xml');
  if (!content) throw new Unreadable('damaged');
  const list = new PartList();
  if ([...zip.names].some((name) => /^(?:Basic|Scripts)\//.test(name))) list.notices.add('macros');
  walkXml(content, new OdtReader(list, readOdtStyles([zip.read('styles.xml'), content])));
  return { format: 'odt', parts: list.parts, notices: [...list.notices] };
}

interface Deletion {
  author: string;
}

class OdtReader {
  readonly #list: PartList;
  readonly #styles: OdtStyles;
  readonly #open: OpenParagraph[] = [];
  readonly #looks: Look[] = [];
  readonly #lists: string[] = [];
  /** The first paragraph of an item has its bullet. */
  #itemBegins = false;
  #skipped = 0;
  #inBody = false;
  #tracked: { id: string; change: 'inserted' | 'other'; author: string } | null = null;
  #inCreator = false;
  readonly #insertions = new Map<string, Deletion>();
  readonly #inserting: { id: string; author: string }[] = [];

  constructor(list: PartList, styles: OdtStyles) {
    this.#list = list;
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'office:annotation') this.#list.notices.add('comments');
    if (this.#skipped > 0 || SKIPPED.has(name)) this.#skipped += 1;
    else if (name === 'office:text') this.#inBody = true;
    else if (!this.#inBody) return;
    else if (name.startsWith('text:change') || this.#tracked) this.#trackedChange(name, attributes);
    else if (name === 'text:p' || name === 'text:h') this.#begin(name, attributes);
    else if (name === 'text:list') this.#lists.push(attributes['text:style-name'] ?? this.#lists.at(-1) ?? '');
    else if (name === 'text:list-item' || name === 'text:list-header') this.#itemBegins = name === 'text:list-item';
    else if (name === 'text:span') this.#looks.push(this.#styles.find(attributes['text:style-name'] ?? ''));
    else if (name === 'text:a') this.#looks.push({ href: attributes['xlink:href'] });
    else if (name === 'table:table-header-rows') this.#looks.push({});
    else if (name === 'table:table-row') this.#list.openRow();
    else if (name === 'table:table-cell') this.#list.openCell();
    else this.#inside(name, attributes);
  }

  text(text: string): void {
    if (this.#inCreator && this.#tracked) this.#tracked.author += text;
    else if (this.#inBody && this.#skipped === 0 && !this.#tracked) this.#write(text.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (!this.#inBody) return;
    else if (this.#tracked) this.#endTracked(name);
    else if (name === 'text:p' || name === 'text:h') this.#end();
    else if (name === 'text:list') this.#lists.pop();
    else if (name === 'text:span' || name === 'text:a') this.#looks.pop();
    else if (name === 'table:table-header-rows') this.#looks.pop();
    else if (name === 'table:table-row') this.#list.closeRow();
  }

  #begin(name: string, attributes: Attributes): void {
    const paragraph = new OpenParagraph();
    const style = this.#styles.find(attributes['text:style-name'] ?? '');
    paragraph.kind = style.kind;
    const outline = name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : style.heading;
    if (outline !== null) Object.assign(paragraph, { shape: 'heading', level: outline });
    else if (this.#lists.length > 0 && this.#itemBegins) {
      paragraph.shape = 'item';
      paragraph.level = Math.min(this.#lists.length - 1, 8);
      paragraph.ordered = this.#styles.isOrdered(this.#lists.at(-1) ?? '');
      this.#itemBegins = false;
    }
    this.#open.push(paragraph);
    this.#looks.push(style);
  }

  #end(): void {
    const paragraph = this.#open.pop();
    this.#looks.pop();
    if (paragraph) this.#list.add(paragraph);
  }

  #inside(name: string, attributes: Attributes): void {
    if (name === 'text:s') this.#write(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MOST_REPEATED)));
    else if (name === 'text:tab') this.#write('\t');
    else if (name === 'text:line-break') this.#write('\n');
    else if (name === 'text:bookmark' || name === 'text:bookmark-start') this.#open.at(-1)?.bookmarks.push(attributes['text:name'] ?? '');
    else if (name === 'draw:image') {
      this.#list.notices.add('pictures');
      if (/^[a-z][a-z0-9+.-]*:/i.test(attributes['xlink:href'] ?? '')) this.#list.notices.add('linked');
    }
  }

  #write(text: string): void {
    const look = Object.assign({}, ...this.#looks) as Look;
    const author = this.#inserting.at(-1)?.author;
    this.#open.at(-1)?.add(text, look, author === undefined ? null : { kind: 'inserted', author });
  }

  /** What was taken out stands in text:tracked-changes, before the text; it is not what the document says. */
  #trackedChange(name: string, attributes: Attributes): void {
    const id = attributes['text:change-id'] ?? '';
    if (name === 'text:changed-region')
      this.#tracked = { id: attributes['text:id'] ?? attributes['xml:id'] ?? '', change: 'other', author: '' };
    else if (name === 'text:insertion' && this.#tracked) this.#tracked.change = 'inserted';
    else if (name === 'dc:creator') this.#inCreator = true;
    else if (name === 'text:change-start') this.#inserting.push({ id, author: this.#insertions.get(id)?.author ?? '' });
    else if (name === 'text:change-end') this.#inserting.splice(0, Infinity, ...this.#inserting.filter((one) => one.id !== id));
  }

  #endTracked(name: string): void {
    if (name === 'dc:creator') this.#inCreator = false;
    if (name !== 'text:changed-region' || !this.#tracked) return;
    this.#list.notices.add('changes');
    if (this.#tracked.change === 'inserted') this.#insertions.set(this.#tracked.id, { author: this.#tracked.author });
    this.#tracked = null;
  }
}
