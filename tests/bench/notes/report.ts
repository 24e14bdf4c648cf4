import type { Traffic } from './load.ts';
import type { Target } from './targets.ts';
import type { TrafficScenario } from './traffic.ts';
import { figure } from './units.ts';

/** One table, and what it says in a line. */
export interface Comparison {
  heading: string;
  columns: string[];
  rows: string[][];
  lines: string[];
}

export interface Measured extends Traffic {
  target: Target;
  cpu: number;
  database: number;
}

/** Ours beside the best of the peers, figure by figure, and beside the limit. */
export function summary({ letter, title, goal }: Pick<TrafficScenario, 'letter' | 'title' | 'goal'>, measured: Measured[]): Comparison {
  const columns = ['server', 'CPU ms/1,000', '+ database', 'p50 ms', 'p99 ms', 'promised ms', 'bytes', 'arrived', 'same text'];
  const rows = measured.map(({ target, cpu, database, p50, p99, promised, bytes, deliveries, expected, diverged, compared }) => [
    ...[target.name, figure(cpu), figure(database), figure(p50), figure(p99), figure(promised), figure(bytes)],
    ...[
      deliveries === expected ? 'all' : `${figure((100 * deliveries) / expected)} %`,
      diverged === 0 ? 'yes' : `not ${diverged}/${compared}`,
    ],
  ]);
  const ours = measured.find(({ target }) => target.role === 'ours');
  const peers = measured.filter(({ target, diverged }) => target.role === 'peer' && diverged === 0);
  const limits = measured.filter(({ target }) => target.role === 'limit');
  const lines: string[] = [];
  if (ours && peers.length > 0) {
    const least = (of: (each: Measured) => number, among: Measured[]) => among.toSorted((a, b) => of(a) - of(b))[0];
    const ratio = (of: (each: Measured) => number, among: Measured[]) => {
      const best = least(of, among);
      return best ? `${(of(ours) / of(best)).toFixed(2)} (${best.target.name})` : '–';
    };
    // who waits longer spends less: the fastest is no measure for one that gathers, nor the other way round
    const cheapest = least(({ cpu }) => cpu, peers);
    lines.push(
      `CPU ÷ best peer: ${ratio(({ cpu }) => cpu, peers)}; ÷ limit: ${ratio(({ cpu }) => cpu, limits)}; goal on the notes' machine: ${goal}`,
      `p99 ÷ that of the peer with the least CPU: ${(ours.p99 / (cheapest?.p99 ?? Number.NaN)).toFixed(2)}; ÷ fastest peer: ${ratio(({ p99 }) => p99, peers)}`,
      `bytes ÷ best peer: ${ratio(({ bytes }) => bytes, peers)}`,
    );
  }
  lines.push(`the process of the people used ${figure(100 * Math.max(...measured.map(({ busy }) => busy)))} % of a core at most`);
  return { heading: `${letter}. ${title}`, columns, rows, lines };
}

/** As Markdown, aligned: the same in a terminal and in the README. */
export function print({ heading, columns, rows, lines }: Comparison): void {
  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  console.log(`\n### ${heading}\n`);
  console.log(line(columns));
  console.log(`|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`);
  for (const row of rows) console.log(line(row));
  for (const each of lines) console.log(`\n${each}`);
}
