import { Table, TableCell, TableHeader } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { MAX_SPAN } from '#app/model/notes.ts';
import { isFromYjs } from './block-ids.ts';

/** As browsers read them: whole, at least one, and no more than the gate takes. */
function parseSpan(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => {
      const span = Math.trunc(Number(element.getAttribute(name)));
      return span >= 1 && span <= MAX_SPAN ? span : 1;
    },
  };
}
const spans = { colspan: parseSpan('colspan'), rowspan: parseSpan('rowspan') };

export const PlainCell = TableCell.extend({
  addAttributes() {
    return { ...this.parent?.(), ...spans };
  },
});
export const PlainHeader = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), ...spans };
  },
});

/**
 * Tables whose widths are the reader's: none is stored, or written as an inline style, and no view of Tiptap's draws a
 * column for each that a `colspan` claims. The Tab key is in keys.ts.
 * Rows of different lengths stay as they are: two people who add a row and a column at once leave a cell missing, and if
 * each open editor were to add it, every one of them would find too many, and add to the other rows, for ever.
 */
export const PlainTable = Table.extend({
  renderHTML: () => ['div', { class: 'nb-table' }, ['table', ['tbody', 0]]],
  addKeyboardShortcuts: () => ({}),
  addNodeView: () => null,
  addProseMirrorPlugins() {
    const { spec } = tableEditing();
    return [
      new Plugin({
        ...spec,
        appendTransaction(transactions, before, state) {
          if (transactions.some(isFromYjs)) return null;
          const mended = spec.appendTransaction?.call(this, transactions, before, state);
          return mended?.docChanged ? null : mended;
        },
      }),
    ];
  },
}).configure({ resizable: false });
