import type { Participant } from '../../participant.ts';
import { flatten } from './flatten.ts';
import { mendLists } from './lists.ts';
import { markParagraphs } from './speakers.ts';
import { mendSymbols } from './symbols.ts';

// Of Word and its kin: what the page does not show (comments, tracked deletions, styles, pictures of this computer).
const LEFT_OUT = [
  ...['style', 'script', 'meta', 'link', 'xml', 'title', 'del', 'img', '.msoDel', '.MsoCommentReference', '.MsoCommentText'],
  ...['a[href^="#_msocom"]', '[style*="mso-element:comment" i]', '[class~="LO-comment"]'],
].join(',');
const HIDDEN = /(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;
const OTHER_NAMESPACE = /^(?:O|W|V|M):/;

/**
 * The HTML of the clipboard as the notes can hold it: from Word, Word on the web, Outlook, LibreOffice and Google Docs the
 * headings, lists, tables, arrows and speakers, and of the rest the text. What was copied here only loses its ids.
 * @param participants of the meeting: who is named as speaker is linked with them.
 */
export function cleanPastedHtml(html: string, participants: readonly Participant[]): string {
  const page = new DOMParser().parseFromString(html.replace(/<!\[(?:if|endif)[^\]]*\]>/g, ''), 'text/html');
  // Ids belong to the blocks they were given to; a copy gets its own.
  for (const node of page.querySelectorAll('[data-id]')) node.removeAttribute('data-id');
  if (page.querySelector('[data-pm-slice]')) {
    flatten(page.body);
    return page.body.innerHTML;
  }
  dropWhatIsNotShown(page);
  mendSymbols(page.body);
  mendLists(page.body);
  mendHeadings(page);
  mendTableHeads(page);
  markParagraphs(page.body, participants);
  dropEmptyLines(page);
  flatten(page.body);
  return page.body.innerHTML;
}

/** The same of text without a format, as typed in a mail or a notepad: a line is a paragraph. */
export function cleanPastedText(text: string, participants: readonly Participant[]): string {
  const page = document.implementation.createHTMLDocument('');
  for (const line of text.split(/\r\n?|\n/)) page.body.appendChild(page.createElement('p')).textContent = line.replaceAll('\t', ' ').trim();
  mendSymbols(page.body);
  mendLists(page.body);
  markParagraphs(page.body, participants);
  dropEmptyLines(page);
  return page.body.innerHTML;
}

function dropWhatIsNotShown(page: Document): void {
  for (const node of page.querySelectorAll(LEFT_OUT)) node.remove();
  for (const node of page.querySelectorAll('[style]')) if (HIDDEN.test(node.getAttribute('style') ?? '')) node.remove();
  for (const node of page.querySelectorAll('*')) if (OTHER_NAMESPACE.test(node.tagName)) node.replaceWith(...node.childNodes);
}

/** The meeting is h1 and the agenda point h2: the highest level of what is pasted becomes h3, every other one h4. */
function mendHeadings(page: Document): void {
  for (const title of page.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  const headings = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')];
  const highest = headings.map(({ tagName }) => tagName).sort()[0];
  for (const heading of headings) rename(heading, heading.tagName === highest ? 'h3' : 'h4');
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** A first row that is all in bold is the header row. */
function mendTableHeads(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    const cells = [...(table.rows[0]?.cells ?? [])];
    if (cells.length === 0 || table.rows.length === 1 || !cells.every(isBold)) continue;
    for (const cell of cells) {
      const head = page.createElement('th');
      head.textContent = (cell.textContent ?? '').trim();
      for (const name of ['colspan', 'rowspan']) if (cell.hasAttribute(name)) head.setAttribute(name, cell.getAttribute(name) ?? '');
      cell.replaceWith(head);
    }
  }
}

function isBold(cell: Element): boolean {
  const bold = [...cell.querySelectorAll('b,strong')].map((part) => part.textContent ?? '').join('');
  return bold.trim() !== '' && bold.trim() === (cell.textContent ?? '').trim();
}

/** Word and mails part their paragraphs by empty ones; here the page does. */
function dropEmptyLines(page: Document): void {
  for (const line of page.querySelectorAll('p')) {
    if ((line.textContent ?? '').trim() === '' && !line.closest('li,td,th')) line.remove();
  }
}
