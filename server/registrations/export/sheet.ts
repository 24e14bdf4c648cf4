/** One cell: words, a number, a day ('YYYY-MM-DD'), a local moment ('YYYY-MM-DDTHH:MM'), or nothing. */
export type Cell = string | number | { day: string } | { moment: string } | null;

/** A table as a file of a spreadsheet holds it. */
export interface Sheet {
  /** Of the tab; at most 31 characters are shown. */
  name: string;
  columns: readonly { title: string /** In characters. */; width?: number }[];
  /** As many cells as there are columns. */
  rows: readonly (readonly Cell[])[];
}

export const SHEET_FORMATS = ['csv', 'xlsx', 'ods'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export const SHEET_TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** The name of a tab, without what Excel refuses in one. */
export function tabName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .replace(/^'+|'+$/g, '')
      .trim() || 'Tertulia'
  );
}

// XML 1.0, section 2.2: these can't stand in a file, escaped or not
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Words that any XML may hold. */
export const xmlSafe = (text: string) => text.toWellFormed().replace(NOT_XML, '');
