import type { Refusal } from '#app/model/notes-protocol.ts';

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

export function isSameState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
