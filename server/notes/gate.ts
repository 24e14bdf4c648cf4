import * as Y from 'yjs';
import { agendaItemOf, LINK_ATTRIBUTES, MARKS, MAX_UPDATE_BYTES, NODES } from '#app/model/notes.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';

/** What the gate compares an update with. Clocks count what each Yjs client wrote. */
export interface GateView {
  /** Clock of each client: everything accepted so far. */
  clocks: ReadonlyMap<number, number>;
  /** Author number of whoever first wrote under a client id. */
  owners: ReadonlyMap<number, number>;
  /** Agenda items of the meeting. */
  sections: ReadonlySet<string>;
}

export type GateAnswer = { ok: true; update: CheckedUpdate } | { ok: false; reason: Refusal };

/** What an update brings, once it is known to be well formed. */
export interface CheckedUpdate {
  bytes: Uint8Array;
  /** Clocks after it, of the clients that it brings something of. */
  clocks: ReadonlyMap<number, number>;
  /** Client ids that nobody wrote under before. */
  newClients: readonly number[];
  /** How many nodes it adds. */
  nodes: number;
  /** What it adds, as decoded. */
  items: readonly Y.Item[];
  /** What it says that it deletes. */
  deletions: ReturnType<typeof Y.createDeleteSet>;
}

const MAX_STRUCTS = 8000;
/** The same when several clients wrote it: only between them can places be in question within one update. */
const MAX_STRUCTS_OF_SEVERAL = 2000;
/** Each may split a run of text in two; a day's work deletes some thousand times. */
const MAX_DELETIONS = 20_000;
/** An update brings one's own writing: of this page, and of earlier ones that were offline. */
const MAX_NEW_CLIENTS = 50;
// clocks count characters; beyond this Yjs's arithmetic and our numbers on the wire are no longer exact
const MAX_CLOCK = 2 ** 40;
const MAX_FORMAT_CHARACTERS = 4_096;
const DANGEROUS_ADDRESS = /^[\s\p{Cc}]*(javascript|data|vbscript):/iu;

const refused = (reason: Refusal) => ({ ok: false, reason }) as const;

/**
 * Looks at one update of an author before it touches any document, in microseconds: readable, of the schema, following on
 * what is held, under the author's own client ids. What only shows in the document itself is for structure.ts.
 * A 27-byte update that passes neither check would stop every other open editor.
 */
export function checkUpdate(bytes: Uint8Array, author: number, view: GateView): GateAnswer {
  if (bytes.length > MAX_UPDATE_BYTES) return refused('too-large');
  const decoded = decode(bytes);
  if (!decoded) return refused('malformed');
  const { structs, ds } = decoded;
  if (structs.length > MAX_STRUCTS) return refused('too-large');
  const clocks = new Map<number, number>();
  const newClients: number[] = [];
  let nodes = 0;
  const items: Y.Item[] = [];
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return refused('gap');
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (!isClient(client) || !Number.isSafeInteger(end) || struct.length < 1 || end > MAX_CLOCK) return refused('malformed');
    const held = clocks.get(client) ?? view.clocks.get(client) ?? 0;
    if (clock > held) return refused('gap');
    if (struct instanceof Y.Item && !(isAllowed(struct.content) && isNamedWell(struct.parent))) return refused('malformed');
    // sent again after a reconnection: every document passes over what it has
    if (end <= held) continue;
    const owner = view.owners.get(client) ?? (held > 0 && !clocks.has(client) ? null : author);
    if (owner !== author) return refused('forged');
    if (!view.owners.has(client) && !clocks.has(client)) newClients.push(client);
    clocks.set(client, end);
    if (!(struct instanceof Y.Item)) continue;
    const fault = faultOfRoot(struct, view);
    if (fault) return refused(fault);
    if (struct.content instanceof Y.ContentType) nodes += 1;
    items.push(struct);
  }
  if (newClients.length > MAX_NEW_CLIENTS || (clocks.size > 1 && items.length > MAX_STRUCTS_OF_SEVERAL)) return refused('too-large');
  let ranges = 0;
  for (const [client, deletions] of ds.clients) {
    ranges += deletions.length;
    if (ranges > MAX_DELETIONS) return refused('too-large');
    const held = clocks.get(client) ?? view.clocks.get(client) ?? 0;
    if (deletions.some(({ clock, len }) => !(clock + len <= held))) return refused('gap');
  }
  return { ok: true, update: { bytes, clocks, newClients, nodes, items, deletions: ds } };
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    return null;
  }
}

const isClient = (client: number) => Number.isSafeInteger(client) && client >= 0 && client <= 0xffff_ffff;

/** Also of what is known already: Yjs makes a root of any name that it reads. */
const isNamedWell = (parent: unknown) => typeof parent !== 'string' || agendaItemOf(parent) !== null;

/** What names its fragment (only the first thing in one does): of an agenda item, and no attribute of the fragment itself. */
function faultOfRoot(item: Y.Item, { sections }: GateView): Refusal | null {
  const parent: unknown = item.parent;
  if (typeof parent !== 'string') return null;
  const section = agendaItemOf(parent);
  if (!section || !sections.has(section)) return 'section-unknown';
  return item.parentSub === null ? null : 'malformed';
}

// instanceof and not the names of constructors, which a minifier changes
function isAllowed(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  // values of attributes, which structure.ts looks at: one, or (kept for undo) the former ones before it
  if (content instanceof Y.ContentAny) return true;
  if (content instanceof Y.ContentFormat) return MARKS.some((name) => name === content.key) && isFormat(content.key, content.value);
  if (content instanceof Y.ContentType) {
    const { type } = content;
    if (type instanceof Y.XmlElement) return NODES.some((name) => name === type.nodeName);
    return type instanceof Y.XmlText;
  }
  return false;
}

function isFormat(key: string, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const attributes = Object.entries(value);
  if (key !== 'link') return attributes.length === 0;
  return attributes.every(
    ([name, text]) =>
      LINK_ATTRIBUTES.some((known) => known === name) &&
      (text === null || (typeof text === 'string' && text.length <= MAX_FORMAT_CHARACTERS && !DANGEROUS_ADDRESS.test(text))),
  );
}
