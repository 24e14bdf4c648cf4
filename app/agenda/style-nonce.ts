/**
 * React Aria adds one style sheet of its own to the page, which the Content-Security-Policy lets in when it carries the
 * nonce of this page (app/entry.server.tsx). It looks for the nonce under this name; the page's scripts carry it.
 */
declare global {
  var __webpack_nonce__: string | undefined;
}

if (typeof document !== 'undefined') globalThis.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

export {};
