import type { ReactNode } from 'react';

/** A part of a form, its title in the margin. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="fm__sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="fm__b">{children}</div>
    </section>
  );
}
