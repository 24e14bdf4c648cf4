/** A clipboard may hold lists in lists and tables in tables without end; this many of them in one another stay what they are. */
const DEEPEST = 4;
const CONTAINERS = 'ul,ol,blockquote,table';

/** Makes paragraphs of what stands deeper than the notes hold. */
export function flatten(body: HTMLElement): void {
  for (const container of body.querySelectorAll(CONTAINERS)) {
    if (!body.contains(container) || depthOf(container) <= DEEPEST) continue;
    const blocks = [...container.querySelectorAll('p,h3,h4')].filter((block) => !block.querySelector('p,h3,h4'));
    const lines = blocks.length > 0 ? blocks : [container];
    container.replaceWith(
      ...lines.map((line) => {
        const paragraph = container.ownerDocument.createElement('p');
        paragraph.append(...line.childNodes);
        return paragraph;
      }),
    );
  }
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let here: Element | null = element; here; here = here.parentElement) if (here.matches(CONTAINERS)) depth += 1;
  return depth;
}
