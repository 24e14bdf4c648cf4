import { getDocumentProxy } from 'unpdf';

/** What a PDF says about itself to those who do not see it, read by a parser that is not ours (pdf.js). */
export interface InspectedPdf {
  pages: number;
  title: string | undefined;
  language: string | undefined;
  author: string | undefined;
  marked: boolean;
  displaysTitle: boolean;
  /** Of XMP: '1' for PDF/UA-1. */
  uaPart: string | undefined;
  /** Roles of the structure tree with how often they stand in it. */
  roles: Map<string, number>;
  /** Levels of headings in the order of the document. */
  headings: number[];
  /** Of each table: cells by row, and how many of them are headers. */
  tables: { rows: number[]; headers: number }[];
  /** Titles of the bookmarks of the first level. */
  bookmarks: string[];
  links: { all: number; tagged: number };
  figuresWithoutAlt: number;
  /** Text that is neither tagged nor an artifact. */
  untagged: string;
  text: string;
}

interface Structure {
  role?: string;
  alt?: string;
  children?: (Structure | { type: string; id: string })[];
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = (await pdf.getMetadata()) as {
    info: { Title?: string; Author?: string; Language?: string };
    metadata: { getRaw(): string } | null;
  };
  const preferences = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const found: InspectedPdf = {
    ...{ pages: pdf.numPages, title: info.Title, author: info.Author, language: info.Language },
    marked: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    displaysTitle: preferences?.DisplayDocTitle === true,
    uaPart: /pdfuaid:part[>="\s]+(\d)/.exec(metadata?.getRaw() ?? '')?.[1],
    ...{ roles: new Map(), headings: [], tables: [], links: { all: 0, tagged: 0 }, figuresWithoutAlt: 0, untagged: '', text: '' },
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
  };
  for (let number = 1; number <= pdf.numPages; number += 1) await inspectPage(pdf, number, found);
  return found;
}

async function inspectPage(pdf: Pdf, number: number, found: InspectedPdf): Promise<void> {
  const page = await pdf.getPage(number);
  const tree = (await page.getStructTree()) as Structure | null;
  if (tree) walk(tree, found);
  const annotations = (await page.getAnnotations()) as { subtype: string }[];
  found.links.all += annotations.filter(({ subtype }) => subtype === 'Link').length;
  const content = await page.getTextContent({ includeMarkedContent: true });
  let depth = 0;
  for (const item of content.items) {
    if ('str' in item) {
      found.text += item.str + (item.hasEOL ? '\n' : '');
      if (depth === 0) found.untagged += item.str.trim();
    } else depth += item.type === 'endMarkedContent' ? -1 : 1;
  }
  found.text += '\n';
}

function walk(element: Structure, found: InspectedPdf): void {
  const role = element.role ?? '';
  found.roles.set(role, (found.roles.get(role) ?? 0) + 1);
  if (/^H[1-6]$/.test(role)) found.headings.push(Number(role[1]));
  if (role === 'Figure' && !element.alt) found.figuresWithoutAlt += 1;
  if (role === 'Table') found.tables.push(tableOf(element));
  for (const child of element.children ?? []) {
    if ('type' in child) found.links.tagged += child.type === 'object' ? 1 : 0;
    else walk(child as Structure, found);
  }
}

function tableOf(table: Structure): { rows: number[]; headers: number } {
  const rows = descendants(table, 'TR');
  const cells = (row: Structure) =>
    (row.children ?? []).filter((child): child is Structure => 'role' in child && /^T[HD]$/.test(child.role ?? ''));
  return { rows: rows.map((row) => cells(row).length), headers: rows.flatMap(cells).filter(({ role }) => role === 'TH').length };
}

function descendants(element: Structure, role: string): Structure[] {
  return (element.children ?? []).flatMap((child) => {
    if (!('role' in child)) return [];
    return child.role === role ? [child] : descendants(child, role);
  });
}
