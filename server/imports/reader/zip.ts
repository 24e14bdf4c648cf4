import { inflateRawSync } from 'node:zlib';
import { Unreadable } from './read-fault.ts';

/** More entries than any document has: its pictures are entries too. */
const MOST_ENTRIES = 5000;
/** Most that one entry may become, in bytes, and all that are read of one file. */
const MOST_OF_ENTRY = 60_000_000;
const MOST_OF_ALL = 80_000_000;
/** What a file says that it holds: above this, and so much denser than text, it is made to fill memories. */
const MOST_DECLARED = 400_000_000;
const DENSEST = 250;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry {
  method: number;
  encrypted: boolean;
  packed: number;
  declared: number;
  offset: number;
}

/**
 * Reads entries of a ZIP archive (PKWARE APPNOTE 6.3) by name, from memory: nothing is ever unpacked to files. What an entry
 * becomes is counted while it is inflated, whatever its sizes claim. Throws Unreadable for what no document needs.
 */
export class Zip {
  readonly #entries = new Map<string, Entry>();
  readonly #bytes: Buffer;
  #inflated = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#readDirectory();
  }

  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of an entry; null when there is none. */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new Unreadable('encrypted');
    const bytes = this.#bytes;
    if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL) throw new Unreadable('damaged');
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    if (start + entry.packed > bytes.length) throw new Unreadable('damaged');
    const content = inflate(entry, bytes.subarray(start, start + entry.packed), Math.min(MOST_OF_ENTRY, MOST_OF_ALL - this.#inflated));
    this.#inflated += content.length;
    return content;
  }

  #readDirectory(): void {
    const bytes = this.#bytes;
    const end = bytes.length < 22 ? -1 : bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new Unreadable('damaged');
    const count = bytes.readUInt16LE(end + 10);
    // 0xffff: the count is elsewhere (ZIP64), and larger still
    if (count > MOST_ENTRIES) throw new Unreadable('too_many_entries');
    let at = bytes.readUInt32LE(end + 16);
    let declared = 0;
    for (let read = 0; read < count; read += 1) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Unreadable('damaged');
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
      const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
      if (isUnsafe(name)) throw new Unreadable('unsafe_names');
      const entry = {
        method: bytes.readUInt16LE(at + 10),
        encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        packed: bytes.readUInt32LE(at + 20),
        declared: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      };
      declared += entry.declared;
      this.#entries.set(name, entry);
      at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    if (declared > MOST_DECLARED && declared > bytes.length * DENSEST) throw new Unreadable('bomb');
  }
}

function inflate({ method, packed }: Entry, content: Buffer, limit: number): Buffer {
  if (method === 0) {
    if (packed > limit) throw new Unreadable('bomb');
    return content;
  }
  if (method !== 8) throw new Unreadable('damaged');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    throw new Unreadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged');
  }
}

/** Names that would lead out of a folder: no word processor writes them. */
function isUnsafe(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}
