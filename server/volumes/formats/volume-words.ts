import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { VolumeCover, VolumeEntry } from '#app/model/volumes.ts';

const fr = { locale: 'fr' } as const;

/** « Du 18 au 19 septembre 2023 ». */
export function daysInWords(
  { startsOn, endsOn, timeZone: zone }: Pick<VolumeCover, 'startsOn' | 'endsOn' | 'timeZone'>,
  locale = 'fr',
): string {
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  return sentenceCase(formatWhen({ ...when, toConfirm: false }, { zone, locale: locale === 'en' ? 'en' : 'fr' }).date);
}

/** « 3 – Réunion Outre-mer ». */
export function numbered(number: number, title: string): string {
  return m.volumes_numbered({ number, title }, fr);
}

/** « 5 – Groupe-pays Japon : annulée » */
export function absentLine(entry: VolumeEntry & { kind: 'missing' | 'cancelled' }): string {
  const title = numbered(entry.number, entry.title);
  return (entry.kind === 'cancelled' ? m.volumes_line_cancelled : m.volumes_line_missing)({ title }, fr);
}

export function absentOf(entries: readonly VolumeEntry[]): string[] {
  return entries.flatMap((entry) => (entry.kind === 'minutes' ? [] : [absentLine(entry)]));
}
