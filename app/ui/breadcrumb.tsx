import { m } from '#app/messages/compiled/messages.js';
import { A } from './link.tsx';

export interface Crumb {
  to: string;
  label: string;
}

/** The way back: home, then the given pages, the nearest last. The page itself is not among them, its title follows. */
export function Breadcrumb({ crumbs = [] }: { crumbs?: readonly Crumb[] }) {
  return (
    <nav className="crumb" aria-label={m.common_breadcrumb()}>
      <ol>
        {[{ to: '/', label: m.common_home() }, ...crumbs].map((crumb) => (
          <li key={crumb.to}>
            <A to={crumb.to}>{crumb.label}</A>
          </li>
        ))}
      </ol>
    </nav>
  );
}
