import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, localTime, sentenceCase } from '#app/model/format-when.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';

/** What a rendering says about the version itself, already in words. */
export interface VersionFacts {
  /** Date and hours of the meeting. */
  when: string;
  /** « Version 1, publiée le … par … ». */
  line: string;
  /** Permanent address and fingerprint. */
  proof: string;
  /** An ISO date in words. */
  day(iso: string): string;
}

/** The same with what files for printing say besides. */
export interface FileFacts extends VersionFacts {
  /** Permanent address of the version. */
  address: string;
  /** Day of publication where the meeting was, ISO. */
  published: string;
}

/** A version without its content; plain data, which can be handed to another process. */
export interface VersionStamp {
  number: number;
  /** Instant. */
  publishedAt: string;
  publishedByName: string;
  /** Of the content, hexadecimal. */
  sha256: string;
  /** Of this server, without a slash at the end. */
  appUrl: string;
}

export function versionFacts({ meeting, language: locale }: MinutesContent, stamp: VersionStamp): FileFacts {
  const when = parseWhen(meeting.edtf);
  const at = when && formatWhen(when, { zone: meeting.timeZone, locale });
  const published = localTime(stamp.publishedAt, meeting.timeZone).slice(0, 10);
  const date = formatDay(published, locale);
  const address = `${stamp.appUrl}/minutes/${meeting.slug}/v/${stamp.number}`;
  return {
    when: sentenceCase([at?.date, at?.time].filter(Boolean).join(', ')),
    line: m.minutes_version_line({ number: stamp.number, date, name: stamp.publishedByName }, { locale }),
    proof: `${m.minutes_online({ url: address }, { locale })}\n${m.minutes_fingerprint_text({ hash: stamp.sha256 }, { locale })}`,
    day: (iso) => formatDay(iso, locale),
    ...{ address, published },
  };
}
