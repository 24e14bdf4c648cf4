import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeCursor, encodeCursor, PresenceRoom } from '#app/notes/presence.ts';

const person = (seat: number, personId: string, name: string) => ({ seat, author: seat, personId, name, canWrite: true });

function cursor() {
  const text = new Y.Doc().getText('t');
  text.insert(0, 'abc');
  const position = Y.createRelativePositionFromTypeIndex(text, 2);
  return { anchor: position, head: position };
}

describe('Presence says who is here, in few bytes', () => {
  test('a caret travels in a few dozen bytes and comes out the same', () => {
    const caret = cursor();
    const state = encodeCursor(caret);
    expect(state.byteLength).toBeLessThan(40);
    expect(decodeCursor(state)?.head.item).toEqual(caret.head.item);
  });

  test('anything that is no caret is nobody’s caret', () => {
    expect(decodeCursor(new Uint8Array())).toBeNull();
    expect(decodeCursor(new Uint8Array([200, 1, 2, 3]))).toBeNull();
  });

  test('somebody with two windows is there once; oneself comes first', () => {
    const room = new PresenceRoom();
    room.enter(3, [person(1, 'paula', 'Paula Quintero'), person(2, 'paula', 'Paula Quintero'), person(3, 'ines', 'Inès Robledo')]);
    room.receive([{ seat: 2, state: encodeCursor(cursor()) }]);
    expect(room.writers().map(({ personId, me, writing }) => ({ personId, me, writing }))).toEqual([
      { personId: 'ines', me: true, writing: false },
      { personId: 'paula', me: false, writing: true },
    ]);
  });

  test('a state of somebody who is not in the room is ignored, and one’s own never drawn', () => {
    const room = new PresenceRoom();
    room.enter(1, [person(1, 'ines', 'Inès Robledo')]);
    room.receive([1, 9].map((seat) => ({ seat, state: encodeCursor(cursor()) })));
    expect(room.getStates().size).toBe(0);
  });

  test('names of carets are short, and the server’s', () => {
    const room = new PresenceRoom();
    room.enter(1, [person(1, 'ines', 'Inès Robledo'), person(2, 'vera', 'Véra Lindqvist')]);
    room.receive([{ seat: 2, state: encodeCursor(cursor()) }]);
    expect(room.getStates().get(2)?.user.name).toBe('Véra L.');
    room.change({ joined: [], left: [2] });
    expect(room.getStates().size).toBe(0);
  });
});
