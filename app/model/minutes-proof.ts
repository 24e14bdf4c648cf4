import type { VersionReason } from './minutes.ts';

/**
 * How a version proves what it said. Each part of an edition (a block, a line of a table) is a leaf of a Merkle tree
 * (RFC 9162, 2.1.1), hashed with a salt of its own so that nobody guesses a short name from its hash. The roots, the
 * SHA-256 of the canonical JSON (RFC 8785) and the version before stand in an envelope, signed with Ed25519 (RFC 8032).
 */
export interface Envelope {
  format: 1;
  /** Of the minutes, the same in all their versions. */
  minutes: string;
  number: number;
  /** Instant. */
  publishedAt: string;
  reason: VersionReason;
  public: SealedEdition;
  /** null: no other than the public one. */
  internal: SealedEdition | null;
  /** The version before. `envelope`: SHA-256 of its own; null for one of before envelopes. */
  previous: { number: number; sha256: string; envelope: string | null } | null;
}

/** Hashes in hexadecimal. */
export interface SealedEdition {
  /** Of the canonical JSON of the edition, which has a salt of its own. */
  sha256: string;
  /** Of the tree over `leaves` parts. */
  root: string;
  leaves: number;
}

/** SHA-256 of 0x00, the salt, and the canonical JSON of {id, value}. */
export interface Leaf {
  /** JSON pointer (RFC 6901) to the part. */
  id: string;
  /** Hexadecimal; null when it went with what it was the salt of. */
  salt: string | null;
  /** Hexadecimal. */
  hash: string;
}

/** Leaves as stored with a version. */
export interface Leaves {
  public: Leaf[];
  internal: Leaf[] | null;
}

/** What `proof.json` says of a version. */
export interface Proof {
  number: number;
  /** SHA-256 of the public edition's canonical JSON. */
  sha256: string;
  /** Where that is; null once it was redacted. */
  content: string | null;
  previous: { number: number; sha256: string; proof: string } | null;
  /** The very text that is signed, canonical JSON of an Envelope; null for a version of before envelopes. */
  envelope: string | null;
  /** Ed25519, base64. */
  signature: string | null;
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: string | null;
  /** `internal`: for those who may read that edition only. */
  leaves: { public: Leaf[]; internal?: Leaf[] } | null;
  redacted: { at: string; number: number; reason: string } | null;
}
