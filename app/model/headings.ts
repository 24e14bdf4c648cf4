import type { AgendaItemKind } from './agenda.ts';
import { nameKey } from './text.ts';

/** A heading that the sessions of an edition have in common. */
export interface Heading {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  /** What is expected under it, for whoever writes. */
  summary: string;
}

/** A point of one session's agenda. */
export interface PointToArrange {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  /** The heading that it stands for; null: the session's own point. */
  headingId: string | null;
  /** Somebody wrote under it: its title and nature are theirs. */
  holdsNotes: boolean;
}

export interface HeadingChanges {
  /** Points to add. */
  added: Heading[];
  /** Points without notes that are to say what the heading says, and own points of the same title that become it. */
  written: { pointId: string; heading: Heading; rewrite: boolean }[];
  /** The whole order: points by their id, added ones by that of their heading. */
  order: ({ pointId: string } | { headingId: string })[];
}

/**
 * What is to be done so that a session has the headings of its edition, in their order: null when it has. What holds notes
 * keeps its words, a point of the session's own stays behind the point that it follows, and nothing is removed.
 */
export function arrangeHeadings(points: readonly PointToArrange[], headings: readonly Heading[]): HeadingChanges | null {
  const standing = new Map<string, PointToArrange>();
  for (const point of points) if (headings.some(({ id }) => id === point.headingId)) standing.set(point.headingId ?? '', point);
  const free = points.filter((point) => ![...standing.values()].includes(point));
  for (const heading of headings) {
    if (standing.has(heading.id)) continue;
    const same = free.find((point) => nameKey(point.title) === nameKey(heading.title) && ![...standing.values()].includes(point));
    if (same) standing.set(heading.id, same);
  }
  const added = headings.filter(({ id }) => !standing.has(id));
  const written = headings.flatMap((heading) => {
    const point = standing.get(heading.id);
    if (!point) return [];
    const differs = point.title !== heading.title || point.kind !== heading.kind || point.durationMinutes !== heading.durationMinutes;
    const rewrite = differs && !point.holdsNotes;
    return rewrite || point.headingId !== heading.id ? [{ pointId: point.id, heading, rewrite }] : [];
  });
  const order = orderOf(points, headings, standing);
  const moved = order.some((place, index) => !('pointId' in place) || place.pointId !== points[index]?.id);
  return added.length > 0 || written.length > 0 || moved ? { added, written, order } : null;
}

function orderOf(
  points: readonly PointToArrange[],
  headings: readonly Heading[],
  standing: ReadonlyMap<string, PointToArrange>,
): HeadingChanges['order'] {
  const followers = new Map<PointToArrange | null, PointToArrange[]>([[null, []]]);
  const heading = (id: string): HeadingChanges['order'] => [{ headingId: id }];
  const common = new Set(standing.values());
  let last: PointToArrange | null = null;
  for (const point of points) {
    if (common.has(point)) {
      last = point;
      followers.set(point, []);
    } else followers.get(last)?.push(point);
  }
  const own = (point: PointToArrange | null): HeadingChanges['order'] => (followers.get(point) ?? []).map(({ id }) => ({ pointId: id }));
  return [
    ...own(null),
    ...headings.flatMap(({ id }) => {
      const point = standing.get(id);
      return point ? [{ pointId: point.id }, ...own(point)] : heading(id);
    }),
  ];
}
