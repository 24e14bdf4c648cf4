import { localTime } from '#app/model/format-when.ts';
import type { AcceptedComplement, AttributionLevel, Edition } from '#app/model/minutes-content.ts';
import type { MeetingForMinutes } from '#db/minutes/read-for-composing.ts';

/** Where a paragraph of the notes stands in the minutes, and how it is attributed. */
export interface Place {
  anchor: string;
  level: AttributionLevel;
}

/**
 * What was accepted of what participants proposed. Who proposed it is told as the words that it changed are: whoever completes
 * what is attributed to an organisation is named no further than that, and what completes internal words is internal. What
 * changed no block, or one that is gone, is told as the meeting as a whole.
 */
export function composeComplements(
  { complements, timeZone, attribution }: Pick<MeetingForMinutes, 'complements' | 'timeZone' | 'attribution'>,
  places: ReadonlyMap<string, Place>,
  edition: Edition,
): AcceptedComplement[] {
  return complements.flatMap(({ blockId, kind, authorName, authorOrganisation, decidedAt }) => {
    const place = blockId === null ? undefined : places.get(blockId);
    const level = place?.level ?? attribution;
    if (edition === 'public' && level === 'internal') return [];
    const marked = level === 'internal' ? { internal: true as const } : {};
    const author = authorAs(edition === 'internal' ? 'name' : level, authorName, authorOrganisation);
    return [{ anchor: place?.anchor ?? null, kind, author, day: localTime(decidedAt, timeZone).slice(0, 10), ...marked }];
  });
}

function authorAs(level: AttributionLevel, name: string, organisation: string): string {
  if (level === 'name') return organisation ? `${name}, ${organisation}` : name;
  return level === 'organisation' ? organisation : '';
}
