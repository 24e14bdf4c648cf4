import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { formatEdtf, whenOf } from '#app/model/when.ts';
import type { ChangePreview } from '#server/series/preview-change.ts';

/** What a change does to the meetings that are there, ready to be shown. */
export interface ShownChanges {
  lines: { key: string; what: 'moves' | 'hours' | 'ends' | 'own' | 'new' | 'taken'; text: string }[];
  /** Meetings whose date stays. */
  stays: number;
  added: number;
  drafts: boolean;
  digest: string;
  /** People who are written to. */
  told: number;
}

export function shownChanges(
  { changes, added, taken, digest, told }: ChangePreview,
  { timeZone, locale }: { timeZone: string; locale: Locale },
): ShownChanges {
  const date = (edtf: string, zone: string) => {
    const { date: day, time } = formatWhen(whenOf(edtf), { zone, locale, year: false });
    return [day, time].filter(Boolean).join(', ');
  };
  const lines = changes.flatMap((change): ShownChanges['lines'] => {
    const { id: key, edtf, timeZone: zone } = change.meeting;
    const from = sentenceCase(date(edtf, zone));
    if (change.what === 'moves')
      return [
        {
          key,
          what: sameDay(edtf, change.edtf) ? 'hours' : 'moves',
          text: m.series_change_moves({ from, to: date(change.edtf, timeZone) }, { locale }),
        },
      ];
    if (change.what === 'ends') return [{ key, what: 'ends', text: m.series_change_ends({ from }, { locale }) }];
    if (change.what === 'own') return [{ key, what: 'own', text: m.series_change_own({ from }, { locale }) }];
    return [];
  });
  const dayOf = (row: { start: string; end: string }) =>
    sentenceCase(date(formatEdtf({ kind: 'time', ...hoursOf(row), toConfirm: false }), timeZone));
  const news = added.map((row) => ({ key: row.on, what: 'new' as const, text: m.series_change_new({ date: dayOf(row) }, { locale }) }));
  const held = taken.map((row) => ({ key: row.on, what: 'taken' as const, text: m.series_change_taken({ date: dayOf(row) }, { locale }) }));
  return {
    lines: [...lines, ...news, ...held],
    stays: changes.filter(({ what }) => what === 'stays').length,
    added: added.length,
    drafts: changes.some(({ meeting }) => meeting.status === 'draft'),
    digest,
    told,
  };
}

/** Whether two dates begin on the same day of their clocks: only the hour changes. */
export function sameDay(edtf: string, other: string): boolean {
  return edtf.slice(0, 10) === other.slice(0, 10) && edtf.includes('T') && other.includes('T');
}

const hoursOf = ({ start, end }: { start: string; end: string }) => ({ start, end });
