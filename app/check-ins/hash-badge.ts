const CHARACTERS = 22;

/** The hash under which a door's list names a badge (server/check-ins/hash-badge.ts computes the same). */
export async function hashBadge(salt: string, code: string): Promise<string> {
  const before = Uint8Array.from(atob(salt.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
  const bytes = new Uint8Array([...before, ...new TextEncoder().encode(code)]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const base64 = btoa(String.fromCharCode(...hash));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').slice(0, CHARACTERS);
}
