import type { Refusal } from '#app/model/notes-protocol.ts';
import { createStore, type Store } from './store.ts';

/** Why nothing is sent any more. 'other-person': somebody else signed in, in this browser. */
export type StopReason = Refusal | 'other-person';

/**
 * What is true of the text at this moment. 'saved': all that was typed here is on the server's disk, and only then.
 * `slow`: nothing came back for some seconds. `unsent`: there is text that the server does not have.
 */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving'; slow: boolean }
  | { kind: 'offline' }
  | { kind: 'refused'; reason: StopReason; unsent: boolean };

const CALM_MS = 250;

/**
 * The state as it is shown. 'saved' comes a quarter of a second late, when nothing was typed since: true as ever, and the page
 * is not drawn twice for each key. Everything else is shown at once.
 */
export function showSaveState(): { shown: Store<SaveState>; tell(state: SaveState): void; stop(): void } {
  const shown = createStore<SaveState>({ kind: 'opening' });
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    shown,
    stop,
    tell(state) {
      if (state.kind === 'saved' && shown.get().kind === 'saving') {
        timer ??= setTimeout(() => {
          timer = null;
          shown.set(state);
        }, CALM_MS);
        return;
      }
      stop();
      if (!isSameState(shown.get(), state)) shown.set(state);
    },
  };
}

function isSameState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
