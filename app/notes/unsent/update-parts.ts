import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
export type Deletions = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/** One struct of an update, as bytes. */
export interface WrittenStruct {
  client: number;
  clock: number;
  bytes: Uint8Array;
}

export function writeStruct(struct: Struct | Y.GC, offset = 0): WrittenStruct {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, offset);
  return { client: struct.id.client, clock: struct.id.clock + offset, bytes: encoding.toUint8Array(encoder.restEncoder) };
}

/** A Yjs update (version 1) of structs that are given client after client, each client's by rising clock, and of deletions. */
export function encodeUpdate(structs: readonly WrittenStruct[], deletions: Deletions): Uint8Array {
  const runs: WrittenStruct[][] = [];
  for (const struct of structs) {
    const run = runs.at(-1);
    if (run?.[0]?.client === struct.client) run.push(struct);
    else runs.push([struct]);
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const run of runs) {
      encoding.writeVarUint(encoder, run.length);
      encoding.writeVarUint(encoder, run[0]?.client ?? 0);
      encoding.writeVarUint(encoder, run[0]?.clock ?? 0);
      for (const { bytes } of run) encoding.writeUint8Array(encoder, bytes);
    }
    const clients = [...deletions].filter(([, ranges]) => ranges.length > 0);
    encoding.writeVarUint(encoder, clients.length);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}
