import { readComments, readLinks } from './docx-extras.ts';
import { readNumbering, readStyles } from './docx-styles.ts';
import { type Look, OpenParagraph } from './paragraph.ts';
import { PartList } from './part-list.ts';
import type { ReadFile } from './read-fault.ts';
import { symbolOf } from './symbols.ts';
import { type Attributes, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

const OFF = new Set(['0', 'false', 'off', 'none']);
const isOn = (attributes: Attributes) => !OFF.has(attributes['w:val'] ?? 'true');
// what repeats other content, or is no words of the document
const SKIPPED = new Set(['mc:Fallback', 'w:instrText', 'w:pPrChange', 'w:rPrChange', 'w:sectPr', 'w:tblPrChange']);

/**
 * The paragraphs of a Word document (ISO/IEC 29500-1). Only the text is read: pictures, linked files, macros and whatever else
 * stands in the archive is never opened. Tracked changes count as accepted, and who made them is kept.
 */
export function readDocx(zip: Zip): ReadFile {
  const list = new PartList();
  const links = readLinks(zip.read('word/_rels/document.xml.rels'));
  if (links.linkedPictures) list.notices.add('linked');
  if ([...zip.names].some((name) => /vbaProject|vbaData/i.test(name))) list.notices.add('macros');
  const reader = new DocxReader(list, {
    style: readStyles(zip.read('word/styles.xml')),
    isOrdered: readNumbering(zip.read('word/numbering.xml')),
    link: links.find,
  });
  const body = zip.read('word/document.xml');
  if (body) walkXml(body, reader);
  const comments = readComments(zip.read('word/comments.xml'));
  if (comments.size > 0) list.notices.add('comments');
  const parts = list.parts.map(({ commentIds = [], ...part }) => {
    const said = commentIds.flatMap((id) => comments.get(id) ?? []);
    return said.length > 0 ? { ...part, comments: said } : part;
  });
  return { format: 'docx', parts, notices: [...list.notices] };
}

interface Ground {
  style: ReturnType<typeof readStyles>;
  isOrdered: ReturnType<typeof readNumbering>;
  link: (id: string) => string | undefined;
}

class DocxReader {
  readonly #list: PartList;
  readonly #ground: Ground;
  /** Text boxes hold paragraphs inside a paragraph. */
  readonly #open: OpenParagraph[] = [];
  readonly #changes: { kind: 'inserted' | 'deleted'; author: string }[] = [];
  #look: Look & { hidden?: boolean } = {};
  #link: string | undefined;
  #inRun = false;
  #inText = false;
  #skipped = 0;
  #listId = '';
  #listLevel = 0;
  /** Comments whose range is open. */
  readonly #ranges = new Set<string>();

  constructor(list: PartList, ground: Ground) {
    this.#list = list;
    this.#ground = ground;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name) || this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (name === 'w:p') this.#begin();
    else if (name === 'w:r') [this.#look, this.#inRun] = [{}, true];
    else if (name === 'w:t' || name === 'w:delText') this.#inText = true;
    else if (name === 'w:tr') this.#list.openRow();
    else if (name === 'w:tc') this.#list.openCell();
    else if (name === 'w:tblHeader' && isOn(attributes)) this.#list.headerRow();
    else if (name === 'w:ins' || name === 'w:moveTo') this.#change('inserted', attributes);
    else if (name === 'w:del' || name === 'w:moveFrom') this.#change('deleted', attributes);
    else if (name === 'w:hyperlink') this.#link = this.#ground.link(attributes['r:id'] ?? '');
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#list.notices.add('pictures');
    else if (name.startsWith('w:comment')) this.#comment(name, attributes['w:id'] ?? '');
    else if (name === 'w:bookmarkStart') this.#open.at(-1)?.bookmarks.push(attributes['w:name'] ?? '');
    else if (this.#inRun) this.#inside(name, attributes);
    else this.#property(name, attributes);
  }

  text(text: string): void {
    if (this.#inText && this.#skipped === 0) this.#write(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === 'w:p') this.#end();
    else if (name === 'w:r') this.#inRun = false;
    else if (name === 'w:t' || name === 'w:delText') this.#inText = false;
    else if (name === 'w:tr') this.#list.closeRow();
    else if (['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom'].includes(name)) this.#changes.pop();
    else if (name === 'w:hyperlink') this.#link = undefined;
  }

  #begin(): void {
    const paragraph = new OpenParagraph();
    paragraph.commentIds.push(...this.#ranges);
    this.#open.push(paragraph);
    [this.#listId, this.#listLevel] = ['', 0];
  }

  #end(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    if (this.#listId !== '' && this.#listId !== '0' && paragraph.shape === 'paragraph') {
      paragraph.shape = 'item';
      paragraph.level = Math.min(this.#listLevel, 8);
      paragraph.ordered = this.#ground.isOrdered(this.#listId, this.#listLevel);
    }
    this.#list.add(paragraph);
  }

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#open.at(-1);
    const value = attributes['w:val'] ?? '';
    if (!paragraph) return;
    if (name === 'w:pStyle') {
      const style = this.#ground.style(value);
      paragraph.kind = style.kind;
      if (style.heading !== null) Object.assign(paragraph, { shape: 'heading', level: style.heading });
      if (style.list) [this.#listId, this.#listLevel] = [style.list.id, style.list.level];
    } else if (name === 'w:ilvl') this.#listLevel = Number(value) || 0;
    else if (name === 'w:numId') this.#listId = value;
    else if (name === 'w:outlineLvl' && Number(value) < 9) Object.assign(paragraph, { shape: 'heading', level: Number(value) + 1 });
  }

  #inside(name: string, attributes: Attributes): void {
    if (name === 'w:b') this.#look.bold = isOn(attributes);
    else if (name === 'w:i') this.#look.italic = isOn(attributes);
    else if (name === 'w:u') this.#look.underline = isOn(attributes);
    else if (name === 'w:vanish') this.#look.hidden = isOn(attributes);
    else if (name === 'w:br' || name === 'w:cr') this.#write(attributes['w:type'] === 'page' ? '' : '\n');
    else if (name === 'w:tab') this.#write('\t');
    else if (name === 'w:noBreakHyphen') this.#write('\u2011');
    else if (name === 'w:sym') this.#write(symbolOf(Number.parseInt(attributes['w:char'] ?? '', 16) || 0));
  }

  #write(text: string): void {
    if (this.#look.hidden) return;
    this.#open.at(-1)?.add(text, { ...this.#look, href: this.#link }, this.#changes.at(-1) ?? null);
  }

  #change(kind: 'inserted' | 'deleted', attributes: Attributes): void {
    this.#list.notices.add('changes');
    this.#changes.push({ kind, author: attributes['w:author'] ?? '' });
  }

  #comment(name: string, id: string): void {
    if (name === 'w:commentRangeStart') this.#ranges.add(id);
    if (name === 'w:commentRangeEnd') this.#ranges.delete(id);
    this.#open.at(-1)?.commentIds.push(id);
  }
}
