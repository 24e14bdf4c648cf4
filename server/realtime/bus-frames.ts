import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { PresencePart } from '#app/model/notes-frames.ts';
import type { NotePerson } from '#app/model/notes-protocol.ts';
import type { NewLogRow } from '#db/notes/log.ts';

// The binary part of what processes tell each other (bus-notices.ts): entries put end to end, in lib0's encoding.

/** A row of a meeting's log that is on disk. */
export interface RowNotice {
  meetingId: string;
  id: number;
  /** null: read it from the log. */
  content: Pick<NewLogRow, 'body' | 'clients'> | null;
}

/** Who has the notes of a meeting open at the sender, and what they show. Seats are the sender's. */
export interface PresenceNotice {
  meetingId: string;
  /** What was told before of this meeting no longer holds. */
  anew: boolean;
  joined: NotePerson[];
  left: number[];
  states: PresencePart[];
}

const ENTRY = { joined: 0, left: 1, state: 2 } as const;

/** As few frames of at most `most` bytes as hold the rows, in their order; a row that fits into none is only named, as all are unless `whole`. */
export function encodeRows(rows: readonly NewLogRow[], { whole, most }: { whole: boolean; most: number }): Uint8Array[] {
  const entries = rows.map((row) => {
    const entry = whole && row.body.length < most ? encodeRow(row, true) : null;
    return entry && entry.length <= most ? entry : encodeRow(row, false);
  });
  return pack(entries, most);
}

function encodeRow({ meetingId, id, body, clients }: NewLogRow, whole: boolean): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, meetingId);
    encoding.writeVarUint(encoder, id);
    encoding.writeUint8(encoder, whole ? 1 : 0);
    if (!whole) return;
    encoding.writeVarUint8Array(encoder, body);
    encoding.writeVarUint(encoder, clients.length);
    for (const { clientId, author } of clients) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, author);
    }
  });
}

export function decodeRows(frame: Uint8Array): RowNotice[] {
  const decoder = decoding.createDecoder(frame);
  const rows: RowNotice[] = [];
  while (decoding.hasContent(decoder)) {
    const row = { meetingId: decoding.readVarString(decoder), id: decoding.readVarUint(decoder) };
    const content = decoding.readUint8(decoder) === 1 ? { body: decoding.readVarUint8Array(decoder), clients: readClients(decoder) } : null;
    rows.push({ ...row, content });
  }
  return rows;
}

function readClients(decoder: decoding.Decoder): NewLogRow['clients'] {
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    author: decoding.readVarUint(decoder),
  }));
}

/** As few frames of at most `most` bytes as hold the change; only the first is `anew`. */
export function encodePresenceChange({ meetingId, anew, joined, left, states }: PresenceNotice, most: number): Uint8Array[] {
  const head = (first: boolean) =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, meetingId);
      encoding.writeUint8(encoder, first && anew ? 1 : 0);
    });
  const entries = [
    ...left.map((seat) => entry(ENTRY.left, (encoder) => encoding.writeVarUint(encoder, seat))),
    ...joined.map((person) => entry(ENTRY.joined, (encoder) => encoding.writeVarString(encoder, JSON.stringify(person)))),
    ...states.map(({ seat, state }) =>
      entry(ENTRY.state, (encoder) => {
        encoding.writeVarUint(encoder, seat);
        encoding.writeVarUint8Array(encoder, state);
      }),
    ),
  ];
  const bodies = pack(entries, most - head(true).length);
  if (bodies.length === 0 && anew) bodies.push(new Uint8Array());
  return bodies.map((body, index) => Buffer.concat([head(index === 0), body]));
}

function entry(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, kind);
    write(encoder);
  });
}

export function decodePresenceChange(frame: Uint8Array): PresenceNotice {
  const decoder = decoding.createDecoder(frame);
  const meetingId = decoding.readVarString(decoder);
  const change: PresenceNotice = { meetingId, anew: decoding.readUint8(decoder) === 1, joined: [], left: [], states: [] };
  while (decoding.hasContent(decoder)) {
    const kind = decoding.readUint8(decoder);
    if (kind === ENTRY.joined) change.joined.push(JSON.parse(decoding.readVarString(decoder)) as NotePerson);
    else if (kind === ENTRY.left) change.left.push(decoding.readVarUint(decoder));
    else change.states.push({ seat: decoding.readVarUint(decoder), state: decoding.readVarUint8Array(decoder) });
  }
  return change;
}

function pack(entries: readonly Uint8Array[], most: number): Uint8Array[] {
  const frames: Uint8Array[][] = [];
  let size = most;
  for (const bytes of entries) {
    if (size + bytes.length > most) {
      frames.push([]);
      size = 0;
    }
    frames.at(-1)?.push(bytes);
    size += bytes.length;
  }
  return frames.map((parts) => (parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
}
