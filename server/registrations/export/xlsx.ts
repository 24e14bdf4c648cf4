import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { type Cell, type Sheet, tabName, xmlSafe } from './sheet.ts';

/** Longest text of a cell of Excel, in UTF-16 units. */
const LONGEST = 32_767;

/** A table as a workbook of Excel (ISO/IEC 29500): words are typed as words, so none is a formula; days and moments are dates. */
export async function writeXlsx(sheet: Sheet): Promise<Buffer> {
  const head = sheet.columns.map(({ title }) => ({ value: xmlSafe(title), type: String, fontWeight: 'bold' as const }));
  const rows: SheetData = [head, ...sheet.rows.map((cells) => cells.map(cellOf))];
  const columns = sheet.columns.map(({ title, width }) => ({ width: width ?? Math.max(12, title.length + 2) }));
  return writeExcelFile(rows, { sheet: tabName(sheet.name), columns, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: Cell): SheetData[number][number] {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: xmlSafe(cell).slice(0, LONGEST), type: String };
  // a cell has no zone: the library takes the fields of a Date as they are in UTC
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: new Date(`${cell.moment}Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
}
