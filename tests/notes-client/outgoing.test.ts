import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Outgoing } from '#app/notes/outgoing.ts';

/** A document whose updates go out; what was sent and what the device keeps are there to look at. */
function typist() {
  const doc = new Y.Doc();
  const sent: { n: number; update: Uint8Array }[] = [];
  const device = new Map<string, Uint8Array>();
  let kept = 0;
  const unsent = {
    keep(update: Uint8Array) {
      kept += 1;
      device.set(`${doc.clientID}-${kept}`, update);
      return `${doc.clientID}-${kept}`;
    },
    forget: (keys: readonly string[]) => keys.forEach((key) => void device.delete(key)),
  };
  const onSilence = vi.fn();
  const outgoing = new Outgoing({ doc, unsent, send: (n, update) => void sent.push({ n, update }), onChange: () => {}, onSilence });
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) outgoing.add(update);
  });
  return { doc, sent, device, outgoing, onSilence, type: (text: string) => doc.getText('t').insert(doc.getText('t').length, text) };
}

function textOf(updates: { update: Uint8Array }[]): string {
  const doc = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

describe('What is typed reaches the server’s disk, or stays on the device', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('the first key leaves at once, the next ones of a frame together', () => {
    const { outgoing, sent, type } = typist();
    outgoing.resume();
    for (const key of 'bon') type(key);
    expect(sent.length).toBe(1);
    vi.advanceTimersByTime(20);
    expect(sent.length).toBe(2);
    expect(textOf(sent)).toBe('bon');
  });

  test('it is saved when the same bytes come back under the same number, and not before', () => {
    const { outgoing, sent, device, type } = typist();
    outgoing.resume();
    type('a');
    const { n, update } = sent[0] ?? { n: 0, update: new Uint8Array() };
    expect(outgoing.isEmpty).toBe(false);
    expect(outgoing.acknowledge(n, new Uint8Array([1, 2, 3]))).toBe(false);
    expect(outgoing.acknowledge(n + 1, update)).toBe(false);
    expect(outgoing.isEmpty).toBe(false);
    expect(device.size).toBe(1);
    expect(outgoing.acknowledge(n, update)).toBe(true);
    expect(outgoing.isEmpty).toBe(true);
    expect(device.size).toBe(0);
  });

  test('while the network is away each key is kept on the device, and all goes when it is back', () => {
    const { outgoing, sent, device, type } = typist();
    for (const key of 'sans réseau') type(key);
    expect(sent).toEqual([]);
    expect(device.size).toBe(11);
    outgoing.resume();
    expect(sent.length).toBe(1);
    expect(textOf(sent)).toBe('sans réseau');
    expect(device.size).toBe(11);
    for (const { n, update } of [...sent]) outgoing.acknowledge(n, update);
    expect(device.size).toBe(0);
    expect(outgoing.isEmpty).toBe(true);
  });

  test('what was sent and not acknowledged before the cut goes again', () => {
    const { outgoing, sent, type } = typist();
    outgoing.resume();
    type('perdu en route');
    outgoing.pause();
    sent.length = 0;
    outgoing.resume();
    expect(textOf(sent)).toBe('perdu en route');
  });

  test('an hour of typing without a network comes back as a few updates, none of them too large', () => {
    const { outgoing, sent, type } = typist();
    for (let key = 0; key < 3000; key++) type('x');
    outgoing.resume();
    expect(sent.length).toBe(15);
    expect(textOf(sent)).toBe('x'.repeat(3000));
    expect(Math.max(...sent.map(({ update }) => update.byteLength))).toBeLessThan(256 * 1024);
  });

  test('what a closed window left is sent by the next one, and forgotten on the device once it is on disk', async () => {
    const before = typist();
    before.type('laissé là');
    const after = typist();
    for (const [key, update] of before.device) {
      after.device.set(key, update);
      Y.applyUpdate(after.doc, update);
      after.outgoing.adopt({ key, update });
    }
    after.outgoing.resume();
    expect(textOf(after.sent)).toBe('laissé là');
    for (const { n, update } of [...after.sent]) after.outgoing.acknowledge(n, update);
    expect(after.device.size).toBe(0);
  });

  test('what is not answered is sent again by opening anew, later each time, and at once no more when an answer came', () => {
    const { outgoing, sent, onSilence, type } = typist();
    outgoing.resume();
    type('a');
    vi.advanceTimersByTime(7000);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(onSilence).toHaveBeenCalledTimes(1);
    outgoing.pause();
    outgoing.resume();
    vi.advanceTimersByTime(9000);
    expect(onSilence).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(8000);
    expect(onSilence).toHaveBeenCalledTimes(2);
    outgoing.pause();
    outgoing.resume();
    for (const { n, update } of [...sent]) outgoing.acknowledge(n, update);
    vi.advanceTimersByTime(600_000);
    expect(onSilence).toHaveBeenCalledTimes(2);
  });

  test('a large change is one record on the device and several on the way; it is forgotten with the last', () => {
    const { outgoing, sent, device, type } = typist();
    outgoing.resume();
    type('long '.repeat(100_000));
    expect(device.size).toBe(1);
    expect(sent.length).toBeGreaterThan(3);
    expect(Math.max(...sent.map(({ update }) => update.byteLength))).toBeLessThan(256 * 1024);
    expect(textOf(sent)).toBe('long '.repeat(100_000));
    for (const { n, update } of sent.slice(0, -1)) outgoing.acknowledge(n, update);
    expect(device.size).toBe(1);
    for (const { n, update } of sent.slice(-1)) outgoing.acknowledge(n, update);
    expect(device.size).toBe(0);
    expect(outgoing.isEmpty).toBe(true);
  });
});
