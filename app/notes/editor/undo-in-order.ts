import * as Y from 'yjs';

const { integrate } = Y.Item.prototype;

/**
 * What undo brings back names a neighbour on its left and one on its right, and after some undoing and redoing Yjs picks a
 * right one that stands left of the left one (yjs issue 794). Where such text then stands depends on the pieces that a page
 * keeps the text in: two pages end with different texts, for ever. The server refuses it. Here, as upstream's proposal has
 * it, the right neighbour is then whatever stands right of the left one.
 */
export function undoInOrder(manager: Y.UndoManager): void {
  const undo = manager.undo.bind(manager);
  const redo = manager.redo.bind(manager);
  manager.undo = () => inOrder(undo);
  manager.redo = () => inOrder(redo);
}

function inOrder<T>(work: () => T): T {
  Y.Item.prototype.integrate = function (transaction, offset) {
    if (this.left && this.right && this.parentSub === null && !isRightOf(this.right, this.left)) {
      this.right = this.left.right;
      this.rightOrigin = this.right?.id ?? null;
    }
    integrate.call(this, transaction, offset);
  };
  try {
    return work();
  } finally {
    Y.Item.prototype.integrate = integrate;
  }
}

function isRightOf(item: Y.Item, left: Y.Item): boolean {
  let here = left.right;
  while (here && here !== item) here = here.right;
  return here !== null;
}
