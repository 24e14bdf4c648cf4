import type { Product } from '#tests/support/product.ts';

export type Fields = Record<string, string | string[]>;

export interface Door {
  status: number;
  location: string;
  text: string;
}

/** Somebody with a browser: their cookie goes with every request, and their forms come from the product's own pages. */
export interface Visitor {
  get(path: string): Promise<Door>;
  post(path: string, fields: Fields): Promise<Door>;
}

export type DemoRole = 'organiser' | 'participant' | 'member';

/** Somebody whom the demo knows, or null: a visitor who never signed in. */
export async function comeIn(product: Product, role: DemoRole | null): Promise<Visitor> {
  let cookie = '';
  const ask = async (path: string, fields?: Fields): Promise<Door> => {
    const headers = { cookie, ...(fields && { origin: product.url }) };
    const answer = await fetch(product.url + path, {
      ...{ headers, redirect: 'manual' },
      ...(fields && { method: 'POST', body: bodyOf(fields) }),
    });
    const set = answer.headers.get('set-cookie')?.split(';')[0];
    if (set?.startsWith('session=')) cookie = set;
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  if (role) await ask('/sign-in', { intent: 'demo', role });
  return { get: (path) => ask(path), post: ask };
}

function bodyOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}

/** The value of a control of a page, by its name. */
export function fieldOf({ text }: Door, name: string): string {
  const [control = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text) ?? [];
  return /value="([^"]*)"/.exec(control)?.[1] ?? '';
}
