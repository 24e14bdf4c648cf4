const HUES = 8;

/** One of the eight hues (1…8), always the same for the same id. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (sum % HUES) + 1;
}

/** « Inès Robledo » → « IR »; the first letter of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

const SMALL_WORDS = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'et', 'of', 'the', 'and', 'en', 'pour', 'y', 'el', 'los']);

/** « Ville de Bordeaux » → « VB »: the first letters of the first two words that carry meaning. */
export function monogramOf(name: string): string {
  const words = name
    .split(/[\s’'-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()) && word.length > 1);
  const first = words[0] ?? name;
  return (
    words.length > 1
      ? words
          .slice(0, 2)
          .map((word) => [...word][0])
          .join('')
      : first.slice(0, 2)
  ).toUpperCase();
}

interface AvatarProps {
  /** Gives the hue; the person's id, so that it is the same on every page. */
  id: string;
  name: string;
  size?: 'sm' | 'lg';
}

/** A person, round. The name stands beside it, so screen readers skip the initials. */
export function Avatar({ id, name, size }: AvatarProps) {
  return (
    <span className={`av av--p${hueOf(id)}${size ? ` av--${size}` : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** An organisation or a group, square; `letters` when others than those of its name (a country's code). */
export function Monogram({ name, letters }: { name: string; letters?: string | null }) {
  return (
    <span className="mono" aria-hidden="true">
      {letters ?? monogramOf(name)}
    </span>
  );
}
