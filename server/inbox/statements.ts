// The grammar that headers with statements share (RFC 5322, 3.2; RFC 8601, 2.2), read in one pass, whatever somebody wrote.

/**
 * Cuts a header at its semicolons, and each statement into words at its spaces. A comment is a space; a quoted string belongs
 * to the word that it touches, with its quotation marks. Null: a quotation or a comment is not closed, or one is closed that
 * was not open.
 */
export function splitStatements(text: string): string[][] | null {
  const statements: string[][] = [[]];
  let word = '';
  let depth = 0;
  let quoted = false;
  const endWord = () => {
    if (word) statements.at(-1)?.push(word);
    word = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\\' && (quoted || depth > 0)) {
      if (quoted) word += text.slice(index, index + 2);
      index += 1;
    } else if (depth > 0) {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    } else if (quoted || sign === '"') {
      if (sign === '"') quoted = !quoted;
      word += sign;
    } else if (sign === ')') {
      return null;
    } else if (sign === '(' || sign === ';' || /\s/.test(sign)) {
      endWord();
      if (sign === '(') depth = 1;
      if (sign === ';') statements.push([]);
    } else word += sign;
  }
  endWord();
  return quoted || depth > 0 ? null : statements;
}

/** What a quoted string says; other words are as they are. */
export function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
