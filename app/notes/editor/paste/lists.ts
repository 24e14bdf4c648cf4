const ORDERED = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i;
/** A bullet that somebody typed, or that a mail program left as text. */
const TYPED_BULLET = /^(?:[-–—•·▪◦‣▣*][\s\u00a0]+)+/;

interface Item {
  paragraph: Element;
  /** Which of Word's lists it is of. */
  list: string;
  /** From 1. */
  level: number;
  ordered: boolean;
  start: number;
}

/** Makes lists of what only looks like one: Word's paragraphs with a bullet typed in, and bullets typed by hand. */
export function mendLists(body: HTMLElement): void {
  for (const wrapped of body.querySelectorAll('.ListContainerWrapper')) unwrapWordOnTheWeb(wrapped);
  // Google Docs puts the inner list beside the item that it belongs to
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) list.previousElementSibling?.append(list);
  const run: Item[] = [];
  for (const paragraph of body.querySelectorAll('p')) {
    const item = itemOf(paragraph);
    if (item && run.length > 0 && !follows(run, item)) build(run.splice(0));
    if (item) run.push(item);
    else if (run.length > 0 && !paragraph.closest('li')) build(run.splice(0));
  }
  build(run);
}

function itemOf(paragraph: Element): Item | null {
  const said = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '');
  if (said) {
    const bullet = takeBullet(paragraph);
    const level = Math.max(Number(said[2]), 1);
    return { paragraph, list: said[1] ?? '', level, ordered: ORDERED.test(bullet), start: Number.parseInt(bullet, 10) || 1 };
  }
  const typed = TYPED_BULLET.exec(paragraph.textContent ?? '');
  if (!typed || paragraph.closest('li,td,th') || (paragraph.textContent ?? '').trim() === typed[0].trim()) return null;
  removeFromStart(paragraph, typed[0]);
  return { paragraph, list: 'typed', level: 1, ordered: false, start: 1 };
}

/** Whether it stands right below the last item, in the same list. An inner list of Word's may have another number. */
function follows(run: readonly Item[], item: Item): boolean {
  const last = run.at(-1)?.paragraph;
  if (last?.nextElementSibling !== item.paragraph) return false;
  return item.level > 1 || (run.find(({ level }) => level === 1)?.list ?? item.list) === item.list;
}

/** The list stands where its first item stood. One that begins at an inner level begins at its first one here. */
function build(run: readonly Item[]): void {
  const [first] = run;
  if (!first) return;
  const page = first.paragraph.ownerDocument;
  const open: HTMLElement[] = [];
  for (const { paragraph, level, ordered, start } of run) {
    // one level below the item before at most: what it leaves out would be empty items
    const depth = Math.min(Math.max(1, level - first.level + 1), open.length + 1);
    open.length = Math.min(open.length, depth);
    while (open.length < depth) {
      const list = page.createElement(ordered ? 'ol' : 'ul');
      if (ordered && start > 1) list.setAttribute('start', String(start));
      const parent = open.at(-1);
      if (parent) (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list);
      else first.paragraph.before(list);
      open.push(list);
    }
    const text = page.createElement('p');
    text.append(...paragraph.childNodes);
    const item = page.createElement('li');
    item.append(text);
    open.at(-1)?.append(item);
  }
  for (const { paragraph } of run) paragraph.remove();
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

/** Each item is a list of its own there, with its level in an attribute: as Word itself writes it, for mendLists. */
function unwrapWordOnTheWeb(wrapper: Element): void {
  const page = wrapper.ownerDocument;
  for (const item of wrapper.querySelectorAll('li')) {
    const paragraph = page.createElement('p');
    const level = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 1);
    paragraph.setAttribute(
      'style',
      `mso-list:l${Number(item.getAttribute('data-listid')) || 0} level${Number.isInteger(level) ? level : 1}`,
    );
    const bullet = page.createElement('span');
    bullet.setAttribute('style', 'mso-list:Ignore');
    bullet.textContent = item.parentElement?.tagName === 'OL' ? `${item.getAttribute('data-aria-posinset') ?? 1}.` : '·';
    const words = [...(item.querySelector('p') ?? item).childNodes];
    paragraph.append(bullet, ...words);
    wrapper.before(paragraph);
  }
  wrapper.remove();
}

/** Takes a text away from the start of an element, over whatever formats it is spread; spaces may be written otherwise. */
export function removeFromStart(element: Element, text: string): void {
  let left = text.replace(/\s/g, '').length;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue ?? '';
    let at = 0;
    while (at < words.length && (left > 0 || /\s/.test(words[at] ?? ''))) {
      if (!/\s/.test(words[at] ?? '')) left -= 1;
      at += 1;
    }
    node.nodeValue = words.slice(at);
    if (at < words.length) return;
  }
}
