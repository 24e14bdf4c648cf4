import { initialsOf } from '#app/ui/avatar.tsx';
import type { Writer } from './known-writers.ts';

/** Initials that tell people apart without their colour: « Inès Robledo » and « Ivan Roux » are IRob and IRou. By number. */
export function initialsOfAll(people: readonly Writer[]): Map<number, string> {
  const byInitials = Map.groupBy(people, ({ name }) => initialsOf(name));
  return new Map(
    [...byInitials].flatMap(([initials, same]) =>
      same.map((writer) => [writer.number, same.length === 1 ? initials : longerInitials(writer.name)] as const),
    ),
  );
}

function longerInitials(name: string): string {
  const words = name.split(/\s+/u);
  return `${[...(words[0] ?? '')][0] ?? ''}${[...(words.at(-1) ?? '')].slice(0, 3).join('')}`;
}
