import type { Edition } from '#app/model/minutes-content.ts';

/** Which reading of which volume a page shows; its links lead to others of the same. */
export interface ShownVolume {
  slug: string;
  edition: Edition;
  /** null: the latest, at the address that people quote. */
  number: number | null;
}

/** Of the page of the volume itself. */
export function volumePath({ slug, edition, number }: ShownVolume): string {
  return `/editions/${slug}/volume${number === null ? '' : `/v/${number}`}${edition === 'internal' ? '?edition=internal' : ''}`;
}

/** Of one of its sessions; `anchor`: a place in its minutes. */
export function sessionPath({ slug, edition, number }: ShownVolume, session: string, anchor: string | null = null): string {
  const query = new URLSearchParams({ ...(number === null ? {} : { v: `${number}` }), ...(edition === 'internal' ? { edition } : {}) });
  return `/editions/${slug}/volume/sessions/${session}${query.size > 0 ? `?${query}` : ''}${anchor ? `#${anchor}` : ''}`;
}
