import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';
import './layout.css';

/** Skip link, masthead, the page, footer. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        {m.common_skip_to_content()}
      </a>
      <Masthead />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
