import { m } from '#app/messages/compiled/messages.js';
import type { EditionSum, Told } from '#app/model/figures.ts';
import { toldWords } from './figure-table.tsx';
import './figures.css';

/** How many registered and came, in large. */
export function FigureSum({ figures }: { figures: EditionSum }) {
  const { registered, came, organisations, missed, walkIns, exact } = figures;
  return (
    <dl className="fig-sum">
      <Figure term={m.figures_came_all()} value={came} />
      <Figure term={m.figures_organisations()} value={organisations} />
      <Figure term={m.figures_registered_all()} value={registered} />
      {exact ? <Figure term={m.figures_missed()} value={missed} /> : null}
      {exact ? <Figure term={m.figures_walk_ins()} value={walkIns} /> : null}
    </dl>
  );
}

function Figure({ term, value }: { term: string; value: Told }) {
  return (
    <div className={value === null ? 'fig-sum__few' : undefined}>
      <dt>{term}</dt>
      <dd>{toldWords(value)}</dd>
    </div>
  );
}
