/** Where the words stand in the open notes, in their order; case, accents and kinds of apostrophe do not matter. */
export function findInNotes(notes: ParentNode, words: string): Range[] {
  const wanted = fold(words.trim()).folded;
  if (wanted === '') return [];
  return [...notes.querySelectorAll<HTMLElement>('.notes-text :is(p, h3, h4)')].flatMap((block) => {
    // of a point that is not shown now
    if (block.offsetParent === null) return [];
    const texts = textsIn(block);
    const { folded, at } = fold(texts.map((text) => text.data).join(''));
    const ranges: Range[] = [];
    for (let index = folded.indexOf(wanted); index >= 0; index = folded.indexOf(wanted, index + wanted.length)) {
      const range = rangeOf(texts, at[index] ?? 0, (at[index + wanted.length - 1] ?? 0) + 1);
      if (range) ranges.push(range);
    }
    return ranges;
  });
}

/** A text as it is compared, and of each of its characters where it stood. */
export function fold(text: string): { folded: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'").replace(/\s/u, ' ').toLowerCase();
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    index += character.length;
  }
  return { folded, at };
}

/** The texts of a block without the names on others' carets. */
function textsIn(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text instanceof Text && !text.parentElement?.closest('.cur')) texts.push(text);
  }
  return texts;
}

function rangeOf(texts: readonly Text[], from: number, to: number): Range | null {
  const range = document.createRange();
  let before = 0;
  let begun = false;
  for (const text of texts) {
    if (!begun && from < before + text.length) {
      range.setStart(text, from - before);
      begun = true;
    }
    if (begun && to <= before + text.length) {
      range.setEnd(text, to - before);
      return range;
    }
    before += text.length;
  }
  return null;
}
