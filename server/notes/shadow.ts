import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { stepsToPlace } from './conflicts.ts';
import type { CheckedUpdate } from './gate.ts';
import { faultOfVanished, losesWords } from './loses-words.ts';
import { faultOfNeighbours } from './neighbours.ts';
import { faultOfDeleted, type Sections } from './places.ts';
import { countNodes, faultOfNew, touchesRecords } from './structure.ts';

/** Most nodes that the notes of one meeting hold; a long day of minutes has some hundreds. */
const MAX_NODES = 20_000;

/** Most that placing one update may take: a third of a second. Undoing a long deletion honestly takes some hundred thousand. */
const MAX_STEPS = 500_000;

/**
 * A document that exists only while people write. Each update is applied to it before anyone else is given it: what throws,
 * leaves something pending or breaks the tree here would do so in every open editor. It also tells what the notes now say,
 * and is what snapshots are encoded from: with Yjs's garbage collection on, text that was deleted is no longer in it.
 */
export class Shadow {
  readonly doc = new Y.Doc();
  private nodes: number;
  private named: ReadonlySet<string> | null = null;
  /** Whether a decision, an action, a proposal or a take-away may have changed since this was last set to false. */
  recordsTouched = true;
  /** Whether words went that nobody deleted (rescue-words.ts) since this was last set to false. */
  wordsLost = false;
  /** The fragments that anything changed in; whoever reads them (SectionWriters) clears them. */
  readonly touched = new Set<object>();

  /** `updates`: the snapshot and everything accepted since, in order. */
  constructor(updates: Iterable<Uint8Array>) {
    // After what came from elsewhere Yjs deletes formats that say nothing. Pages send what they delete; deletions made here
    // would be in the snapshot and in nobody's page: text would be bold for whoever comes later and for nobody else.
    this.doc.on('beforeObserverCalls', (transaction) => {
      transaction.local = true;
    });
    // one transaction: many small ones would each be cleaned up after; Y.mergeUpdates costs a hundred times more
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    this.nodes = countNodes(this.doc);
    this.doc.on('afterTransaction', (transaction) => {
      this.recordsTouched ||= touchesRecords(transaction);
      // with every type that changed, those above it
      for (const type of transaction.changedParentTypes.keys()) if (type._item === null) this.touched.add(type);
    });
  }

  /** Applies an update. After a refusal this document is spoilt: make another. `before`: the clocks accepted so far. */
  prove(update: CheckedUpdate, before: ReadonlyMap<number, number>, sections: Sections): Refusal | null {
    const { doc } = this;
    if (this.nodes + update.nodes > MAX_NODES) this.nodes = countNodes(doc);
    if (this.nodes + update.nodes > MAX_NODES) return 'too-large';
    if (stepsToPlace(doc, update.items, MAX_STEPS) >= MAX_STEPS) return 'too-large';
    this.nodes += update.nodes;
    this.nameSections(sections.all);
    try {
      return doc.transact((transaction): Refusal | null => {
        Y.applyUpdate(doc, update.bytes);
        if (doc.store.pendingStructs || doc.store.pendingDs) return 'gap';
        const fault =
          faultOfNeighbours(doc, update.items) ??
          faultOfNew(doc, update.clocks.keys(), before, sections) ??
          faultOfDeleted(transaction, sections) ??
          faultOfVanished(doc, update, sections.locked);
        this.wordsLost ||= fault === null && losesWords(transaction, update);
        return fault;
      });
    } catch {
      return 'malformed';
    }
  }

  /** Yjs knows of what kind a fragment is once it was asked for; not at every key, which may be of fifty agenda items. */
  private nameSections(sections: ReadonlySet<string>): void {
    if (sections === this.named) return;
    for (const section of sections) this.doc.getXmlFragment(sectionName(section));
    this.named = sections;
  }

  /** Applies what another process proved and stored; its records are that process's to write. */
  follow(parts: readonly { update: Uint8Array }[]): void {
    const touched = this.recordsTouched;
    for (const { update } of parts) {
      const { structs, ds } = Y.decodeUpdate(update);
      this.doc.transact((transaction) => {
        Y.applyUpdate(this.doc, update);
        // what builds upon a row that is still on its way is not placed yet
        if (this.doc.store.pendingStructs) return;
        this.wordsLost ||= losesWords(transaction, { items: structs.filter((struct) => struct instanceof Y.Item), deletions: ds });
      });
    }
    this.recordsTouched = touched;
  }

  /** The whole document as one Yjs update, and its state vector. */
  encode(): { body: Uint8Array; stateVector: Uint8Array } {
    return { body: Y.encodeStateAsUpdate(this.doc), stateVector: Y.encodeStateVector(this.doc) };
  }
}
