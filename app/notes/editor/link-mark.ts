import { InputRule, Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;

/** An address that may be followed, as it is stored: https is added to 'www.…' and 'example.org/…'; null for anything else. */
export function safeHref(text: string): string | null {
  const trimmed = text.trim();
  if (SAFE.test(trimmed)) return trimmed;
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(trimmed) ? `https://${trimmed}` : null;
}

/** A link keeps its address only: target, rel and class are the renderer's business, never an author's. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null, parseHTML: (element: HTMLElement) => safeHref(element.getAttribute('href') ?? '') } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element: HTMLElement) => (safeHref(element.getAttribute('href') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: safeHref(String(HTMLAttributes.href ?? '')) ?? '', rel: 'noopener noreferrer' }, 0],
  addInputRules() {
    const { type } = this;
    return [
      new InputRule({
        find: /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)»])\s$/,
        handler: ({ state, range, match }) => {
          const written = match[1] ?? '';
          const href = safeHref(written);
          const from = range.from + match[0].indexOf(written);
          if (!href || state.doc.rangeHasMark(from, from + written.length, type)) return null;
          state.tr.addMark(from, from + written.length, type.create({ href })).insertText(' ');
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          // An address pasted over a selection becomes its link.
          handlePaste: (view, event) => {
            const { from, to, empty } = view.state.selection;
            const href = SAFE.test(event.clipboardData?.getData('text/plain').trim() ?? '')
              ? safeHref(event.clipboardData?.getData('text/plain') ?? '')
              : null;
            if (empty || !href || /\s/.test(href)) return false;
            view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
            return true;
          },
        },
      }),
    ];
  },
});
