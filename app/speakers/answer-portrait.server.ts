import { notFound } from '#server/refusals.ts';

/** A portrait as an answer. Opened by itself it runs nothing and reaches nowhere. */
export function answerPortrait(request: Request, portrait: { bytes: Buffer; madeAt: string } | undefined): Response {
  const { bytes, madeAt } = portrait ?? notFound();
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-cache',
    ETag: `"${Date.parse(madeAt).toString(36)}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'Content-Type': 'image/webp', 'Content-Length': String(bytes.length), 'Content-Disposition': 'inline' },
  });
}
