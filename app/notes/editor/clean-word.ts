// Word and Outlook put on the clipboard: headings as styled paragraphs, lists as paragraphs with a bullet typed in,
// arrows as letters of the Wingdings font (« à » for →, which is why these minutes mark take-aways with « ! »).
const WINGDINGS: Record<string, string> = { à: '→', è: '→', Ø: '→', ð: '→', ü: '✓', '§': '•', v: '•' };
const TAKEAWAY = /^(?:→|!|=>|->|➔|➢|>)[\s\u00a0]+/;
const SPEAKER = /^(\p{Lu}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]*){1,4}), (.{3,140}?)\s*:$/u;
const OTHER_NAMESPACE = /^(?:O|W|V|M):/;
// Word's lists have nine levels; a clipboard that claims more must not hang the page.
const DEEPEST = 9;

/** The HTML of the clipboard as the notes can hold it; what does not come from Word only loses what the notes never keep. */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!\[(?:if|endif)[^\]]*\]>/g, ''), 'text/html');
  for (const node of page.querySelectorAll('style,script,meta,link,xml,del,img[src^="file:"]')) node.remove();
  for (const node of page.querySelectorAll('*')) if (OTHER_NAMESPACE.test(node.tagName)) node.replaceWith(...node.childNodes);
  // Ids belong to the blocks they were given to; a copy gets its own.
  for (const node of page.querySelectorAll('[data-id]')) node.removeAttribute('data-id');
  mendArrows(page);
  mendLists(page);
  mendHeadings(page);
  mendTableHeads(page);
  for (const paragraph of page.querySelectorAll<HTMLElement>('p:not([data-kind])')) markKind(paragraph);
  return page.body.innerHTML;
}

function mendArrows(page: Document): void {
  for (const span of page.querySelectorAll<HTMLElement>('span[style*=Wingdings]')) {
    if (span.querySelector('span') || /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? '')) continue;
    span.textContent = [...(span.textContent ?? '')].map((letter) => WINGDINGS[letter] ?? letter).join('');
  }
}

function mendLists(page: Document): void {
  let open: HTMLElement[] = [];
  for (const paragraph of page.querySelectorAll('p')) {
    const said = Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    const level = Math.min(said, DEEPEST);
    if (level === 0) {
      if (!paragraph.closest('li')) open = [];
      continue;
    }
    const ordered = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(takeBullet(paragraph));
    if (open[0] && paragraph.previousElementSibling !== open[0]) open = [];
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = page.createElement(ordered ? 'ol' : 'ul');
      const parent = open.at(-1);
      if (!parent) paragraph.before(list);
      else (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list);
      open.push(list);
    }
    const item = page.createElement('li');
    const text = page.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    open.at(-1)?.append(item);
    paragraph.remove();
  }
}

function takeBullet(paragraph: Element): string {
  let bullet = '';
  for (const span of paragraph.querySelectorAll('span')) {
    if (!/mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? '')) continue;
    bullet += span.textContent ?? '';
    span.remove();
  }
  return bullet;
}

/** The meeting is h1 and the agenda point h2: what is pasted begins at h3. */
function mendHeadings(page: Document): void {
  for (const heading of page.querySelectorAll('h1,h2,h5,h6')) {
    const lower = page.createElement(heading.tagName <= 'H2' ? 'h3' : 'h4');
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

/** A first row that is all in bold is the header row. */
function mendTableHeads(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    const cells = [...(table.rows[0]?.cells ?? [])];
    const bold = (cell: Element) => [...cell.querySelectorAll('b,strong')].map((part) => part.textContent ?? '').join('');
    if (cells.length === 0 || !cells.every((cell) => bold(cell).trim() !== '' && bold(cell).trim() === (cell.textContent ?? '').trim()))
      continue;
    for (const cell of cells) {
      const head = page.createElement('th');
      head.textContent = (cell.textContent ?? '').trim();
      cell.replaceWith(head);
    }
  }
}

function markKind(paragraph: HTMLElement): void {
  const text = (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim();
  const speaker = SPEAKER.exec(text);
  if (speaker) {
    paragraph.dataset.kind = 'turn';
    paragraph.textContent = `${speaker[1]}, ${speaker[2]}`;
  } else if (TAKEAWAY.test(text)) {
    paragraph.dataset.kind = 'takeaway';
    removeFromStart(paragraph, TAKEAWAY.exec(text)?.[0].trim() ?? '');
  }
}

function removeFromStart(paragraph: HTMLElement, mark: string): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').replace(/^[\s\u00a0]+/, '');
    const rest = text.startsWith(mark) ? text.slice(mark.length).replace(/^[\s\u00a0]+/, '') : text;
    node.nodeValue = rest;
    if (rest) return;
  }
}
