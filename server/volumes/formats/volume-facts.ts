import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import type { VolumeCover } from '#app/model/volumes.ts';

/** What a rendering says about the version of the volume itself, in words. */
export interface VolumeFacts {
  /** « Recueil, version 2, reliée le … ». */
  line: string;
  /** Permanent address, then the fingerprint. */
  proof: string[];
  address: string;
  /** ISO day on which it was bound, where the edition was. */
  bound: string;
  appUrl: string;
}

/** A version without its content. */
export interface VolumeStamp {
  /** 0: not bound yet, a preview. */
  number: number;
  /** Instant. */
  boundAt: string;
  /** Hexadecimal. */
  sha256: string;
  appUrl: string;
}

export function volumeFacts({ slug, timeZone }: VolumeCover, { number, boundAt, sha256, appUrl }: VolumeStamp): VolumeFacts {
  const locale = 'fr';
  const bound = localTime(boundAt, timeZone).slice(0, 10);
  const date = formatDay(bound, locale);
  if (number === 0) {
    const address = `${appUrl}/editions/${slug}/volume`;
    return { line: m.volumes_preview_line({ date }, { locale }), proof: [m.volumes_preview_proof({}, { locale })], address, bound, appUrl };
  }
  const address = `${appUrl}/editions/${slug}/volume/v/${number}`;
  const proof = [m.minutes_online({ url: address }, { locale }), m.minutes_fingerprint_text({ hash: sha256 }, { locale })];
  return { line: m.volumes_version_line({ number, date }, { locale }), proof, address, bound, appUrl };
}
