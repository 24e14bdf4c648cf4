import { m } from '#app/messages/compiled/messages.js';
import type { EditionSum } from '#app/model/figures.ts';
import { A } from '#app/ui/link.tsx';
import { FigureSum } from './figure-sum.tsx';

/** Who came, on the page of an edition that is over. */
export function EditionFigures({ edition, figures }: { edition: { slug: string }; figures: EditionSum }) {
  return (
    <section aria-labelledby="t-figures">
      <div className="sect__h">
        <h2 id="t-figures">{m.figures_title()}</h2>
        <A to={`/editions/${edition.slug}/figures`}>{m.figures_see_all()}</A>
      </div>
      <FigureSum figures={figures} />
    </section>
  );
}
