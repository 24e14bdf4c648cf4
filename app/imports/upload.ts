import { IMPORT_LIMITS } from '#app/model/imports.ts';

export type Upload = { ok: true; fileName: string; bytes: Uint8Array } | { ok: false; reason: 'nothing' | 'empty' | 'too_large' };

/** The document of a form: its file, or else its text, which is called `pasted`. nothing: neither was given; empty: a file of no bytes. */
export async function uploadOf(form: FormData, pasted: string): Promise<Upload> {
  const file = form.get('file');
  if (file instanceof File && (file.size > 0 || file.name !== '')) {
    if (file.size === 0) return { ok: false, reason: 'empty' };
    if (file.size > IMPORT_LIMITS.bytes) return { ok: false, reason: 'too_large' };
    return { ok: true, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const text = String(form.get('text') ?? '').trim();
  if (text === '') return { ok: false, reason: 'nothing' };
  if (text.length > IMPORT_LIMITS.pasted) return { ok: false, reason: 'too_large' };
  return { ok: true, fileName: pasted, bytes: new TextEncoder().encode(text.toWellFormed()) };
}
