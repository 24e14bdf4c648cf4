import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { formatEdtf, whenOf } from '#app/model/when.ts';
import type { ChangePreview } from '#server/series/preview-change.ts';

/** What a change does to the meetings that are there, ready to be shown. */
export interface ShownChanges {
  lines: { key: string; what: 'moves' | 'ends' | 'own' | 'new'; text: string }[];
  /** Meetings whose date stays. */
  stays: number;
  added: number;
  drafts: boolean;
  digest: string;
  /** People who are written to. */
  told: number;
}

export function shownChanges(
  { changes, added, digest, told }: ChangePreview,
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
      return [{ key, what: 'moves', text: m.series_change_moves({ from, to: date(change.edtf, timeZone) }, { locale }) }];
    if (change.what === 'ends') return [{ key, what: 'ends', text: m.series_change_ends({ from }, { locale }) }];
    if (change.what === 'own') return [{ key, what: 'own', text: m.series_change_own({ from }, { locale }) }];
    return [];
  });
  const news = added.map((row) => ({
    key: row.on,
    what: 'new' as const,
    text: m.series_change_new(
      { date: sentenceCase(date(formatEdtf({ kind: 'time', ...hoursOf(row), toConfirm: false }), timeZone)) },
      { locale },
    ),
  }));
  return {
    lines: [...lines, ...news],
    stays: changes.filter(({ what }) => what === 'stays').length,
    added: added.length,
    drafts: changes.some(({ meeting }) => meeting.status === 'draft'),
    digest,
    told,
  };
}

const hoursOf = ({ start, end }: { start: string; end: string }) => ({ start, end });
