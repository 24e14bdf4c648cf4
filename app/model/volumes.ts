import type { Edition, MinutesContent } from './minutes-content.ts';

/** Longest texts, in characters, as the tables hold them (db/migrations/020-volumes.sql), and how much one volume takes. */
export const VOLUME_LIMITS = {
  title: 200,
  subtitle: 300,
  note: 20_000,
  annexTitle: 200,
  annexBody: 50_000,
  annexes: 20,
  sessions: 400,
} as const;

/** What its organisers write around the minutes. Texts are marked (app/model/marked-text.ts). */
export interface VolumeTexts {
  /** '': that of the edition. */
  title: string;
  subtitle: string;
  /** What they say of the edition, before the first session. */
  note: string;
  /** Annexes that the volume makes itself, out of the minutes that it binds. */
  withOrganisations: boolean;
  withIndex: boolean;
  /** The next version is bound by itself when a session that is in it publishes. */
  rebind: boolean;
}

export interface AnnexText {
  id: string;
  title: string;
  body: string;
}

/**
 * What is sealed of a volume: all that stands around the minutes, and which version of which minutes stand where. It says no
 * word of the minutes themselves, which are sealed on their own: what is redacted there is gone here too.
 */
export interface VolumeFrame {
  /** Rises when the shape of this tree changes. */
  format: 1;
  edition: Edition;
  language: 'fr';
  volume: VolumeCover;
  note: string;
  entries: VolumeEntry[];
  annexes: { title: string; body: string }[];
  withOrganisations: boolean;
  withIndex: boolean;
}

export interface VolumeCover {
  /** Of the edition, in its address. */
  slug: string;
  title: string;
  subtitle: string;
  /** Local days of the edition's zone, 'YYYY-MM-DD'. */
  startsOn: string;
  endsOn: string;
  timeZone: string;
  place: string;
  group: { slug: string; name: string };
}

/** A session in the order of the volume. `number`: how people quote it; the plenary that opens an edition is 0. */
export type VolumeEntry =
  | BoundEntry
  /** missing: its minutes are not published. */
  | { kind: 'missing' | 'cancelled'; number: number; meetingId: string; slug: string; title: string };

export interface BoundEntry {
  kind: 'minutes';
  number: number;
  meetingId: string;
  slug: string;
  /** Of the minutes. */
  version: number;
  /** Of the edition that is bound, hexadecimal; its canonical JSON has it. */
  sha256: string;
}

/** What stands in the signed envelope of a volume. Hashes in hexadecimal. */
export interface VolumeEnvelope {
  format: 1;
  volume: string;
  number: number;
  /** Instant. */
  boundAt: string;
  public: string;
  internal: string | null;
  previous: { number: number; sha256: string } | null;
}

/** A session of a volume with what its minutes say. */
export interface Chapter extends BoundEntry {
  content: MinutesContent;
}

/** What changed from one version of a volume to the next, by session. */
export type VolumeChange =
  | { what: 'added' | 'removed'; title: string }
  | { what: 'version'; title: string; from: number; to: number; reason: 'publication' | 'erratum' | 'editor_note' | 'redaction' }
  | { what: 'texts' | 'order' };

const INTERNAL = '-interne';

/** '2023-raict-recueil-v2.pdf', '…-v2-interne.pdf' */
export function volumeFileName({
  slug,
  number,
  edition,
  format,
}: {
  slug: string;
  number: number;
  edition: Edition;
  format: string;
}): string {
  return `${slug}-recueil-v${number}${edition === 'internal' ? INTERNAL : ''}.${format}`;
}

/** What a file name asks for of the volumes of an edition; null when it is not the name of such a file. */
export function readVolumeFileName<Format extends string>(
  name: string,
  slug: string,
  formats: readonly Format[],
): { number: number; edition: Edition; format: Format } | null {
  const [, digits, internal, extension] = /-recueil-v([1-9]\d{0,5})(-interne)?\.([a-z]{1,5})$/.exec(name) ?? [];
  const format = formats.find((each) => each === extension);
  if (!digits || !format) return null;
  const asked = { number: Number(digits), edition: internal ? 'internal' : 'public', format } as const;
  return name === volumeFileName({ slug, ...asked }) ? asked : null;
}
