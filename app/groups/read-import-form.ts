import { z } from 'zod';
import { TABLE_LIMITS } from '#app/model/attendee-table.ts';
import { decodeTable } from '#app/model/table-bytes.ts';
import type { ImportDraft } from '#server/groups/preview-import.ts';
import { CELLS, control } from './import-controls.ts';

/** Largest requests that are read, in bytes: a table with the form around it, and a preview with its corrections. No request is over 2 MB (server/http/security.ts). */
export const REQUEST_LIMITS = { table: TABLE_LIMITS.bytes + 100_000, preview: 2_000_000 } as const;

/** Whether a request says that it is larger than `limit`, or does not say; a browser always says. */
export function isTooLarge(request: Request, limit: number): boolean {
  const length = request.headers.get('content-length');
  return length === null || !(Number(length) <= limit);
}

/** Reads a request that is refused to its end: a browser that is answered while it still sends shows an error, not the answer. */
export async function swallow(request: Request): Promise<void> {
  await request.body?.pipeTo(new WritableStream());
}

export type Uploaded = { ok: true; text: string } | { ok: false; reason: 'too_large' | 'spreadsheet' | 'binary' };

/** The table that was pasted or uploaded; a file goes first. */
export async function uploadedTable(form: FormData): Promise<Uploaded> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > TABLE_LIMITS.bytes) return { ok: false, reason: 'too_large' };
    return decodeTable(new Uint8Array(await file.arrayBuffer()));
  }
  const text = String(form.get('table') ?? '');
  if (Buffer.byteLength(text) > TABLE_LIMITS.bytes) return { ok: false, reason: 'too_large' };
  return { ok: true, text };
}

const cell = z.string().max(TABLE_LIMITS.bytes);
const rowSchema = z.object({
  id: z.uuid(),
  line: z.int().min(1).max(TABLE_LIMITS.bytes),
  givenName: cell,
  familyName: cell,
  organisation: cell,
  function: cell,
  email: cell,
  tooManyCells: z.boolean(),
});
const rowsSchema = z.array(rowSchema).max(TABLE_LIMITS.rows);

/** The draft that a preview brings back, its corrections applied; null: the form was not written by us. */
export function draftOf(form: FormData): ImportDraft | null {
  const rows = rowsSchema.safeParse(parseJson(String(form.get('rows') ?? '')));
  if (!rows.success) return null;
  const choices = new Map<string, string>();
  const skipped = new Set<string>();
  const corrected = rows.data.map((row) => {
    const choice = form.get(control.choice(row.id));
    if (typeof choice === 'string') choices.set(row.id, choice);
    if (form.has(control.skip(row.id))) skipped.add(row.id);
    if (!form.has(control.cell(row.id, 'familyName'))) return row;
    const cells = CELLS.map((name) => [name, String(form.get(control.cell(row.id, name)) ?? '')] as const);
    return { ...row, ...Object.fromEntries(cells), tooManyCells: false };
  });
  return { rows: corrected, choices, skipped };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not ours: refused like any other shape
  }
}
