import { type AnchorHTMLAttributes, createContext, useContext } from 'react';
import { localePath } from '#app/locale.ts';
import type { Locale } from '#app/messages/compiled/runtime.js';

export interface AProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path of the product ('/groups/dalc', with `?…` and `#…` if need be), a whole address, or '#anchor'. */
  to: string;
  /** Another language than that of the page. */
  locale?: Locale;
}

/** What every link of a page is given unless it says otherwise: a page in another site's frame opens them outside of it. */
export const LinkAttributes = createContext<Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'target' | 'rel'>>({});

/**
 * A link that adds the language of the page to the product's own paths.
 * A plain anchor: most pages ship no script, so every navigation is one of documents.
 */
export function A({ to, locale, ...rest }: AProps) {
  return <a {...useContext(LinkAttributes)} href={to.startsWith('/') ? localePath(to, locale) : to} {...rest} />;
}
