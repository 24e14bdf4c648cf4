const NARROW = '\u202F';
const NO_BREAK = '\u00A0';

/**
 * The spaces that French printers put before high punctuation and inside guillemets, where people typed an ordinary one
 * (Lexique des règles typographiques en usage à l’Imprimerie nationale). Words are never changed; stored text never is.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`);
}
