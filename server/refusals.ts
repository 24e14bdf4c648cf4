import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { Viewer } from '#app/model/viewer.ts';

/** What a stranger gets for anything that is not theirs: the same answer as for what does not exist. */
export function notFound(): never {
  throw data(null, { status: 404 });
}

/** What anybody gets for a text that was there and was taken away for good. */
export function gone(): never {
  throw data(null, { status: 410 });
}

/**
 * What someone gets who may not see a page: a visitor is asked to sign in (and comes back to `path`),
 * a signed-in person gets 404, so that nobody learns whether it exists.
 */
export function refuse(viewer: Viewer | null, path: string): never {
  if (viewer) notFound();
  throw redirect(`${localePath('/sign-in')}?to=${encodeURIComponent(path)}`);
}

/** Where somebody finds what they came for, when it is at another address for them. */
export function leadTo(path: string): never {
  throw redirect(localePath(path));
}
