import { initialsOf } from '#app/ui/avatar.tsx';
import type { Writer } from './known-writers.ts';

/** Initials that tell people apart without their colour: « Inès Robledo » and « Ivan Rouvière » are IRob and IRou. By number. */
export function initialsOfAll(people: readonly Writer[]): Map<number, string> {
  const short = people.map(({ name }) => initialsOf(name));
  return new Map(
    people.map(({ number, name }, index) => {
      const initials = short[index] ?? '';
      return [number, short.indexOf(initials) === short.lastIndexOf(initials) ? initials : longerInitials(name)];
    }),
  );
}

function longerInitials(name: string): string {
  const words = name.split(/\s+/u);
  return `${[...(words[0] ?? '')][0] ?? ''}${[...(words.at(-1) ?? '')].slice(0, 3).join('')}`;
}
