import { notFound } from '#server/refusals.ts';

export function loader(): never {
  return notFound();
}

/** Never rendered: the loader throws, and the root's boundary answers. React Router wants a page to be one. */
export default function NotFound() {
  return null;
}
