/**
 * Whether one word becomes another by at most `most` changes: a letter added, left out, put in the place of another, or swapped with
 * its neighbour (optimal string alignment). Words of more than 100 letters are never alike. `most` is small: each change
 * is tried where the words first differ.
 */
export function isWithin(most: number, one: string, other: string): boolean {
  return one.length <= 100 && other.length <= 100 && reaches(one, 0, other, 0, most);
}

function reaches(a: string, fromA: number, b: string, fromB: number, most: number): boolean {
  let [i, j] = [fromA, fromB];
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  const [restA, restB] = [a.length - i, b.length - j];
  if (Math.abs(restA - restB) > most) return false;
  if (restA === 0 || restB === 0) return true;
  if (most === 0) return false;
  if (reaches(a, i + 1, b, j + 1, most - 1) || reaches(a, i + 1, b, j, most - 1) || reaches(a, i, b, j + 1, most - 1)) return true;
  return a[i] === b[j + 1] && a[i + 1] === b[j] && reaches(a, i + 2, b, j + 2, most - 1);
}
