import type { Action, Decision, MinutesContent } from '#app/model/minutes-content.ts';

/**
 * The published tree of a version, whatever shape it was sealed in: those of format 1 (until autumn 2026) had fewer parts.
 * `text` is what was sealed; the caller has looked that it was not redacted away.
 */
export function readContent(text: string): MinutesContent {
  // the salt only keeps what was said from being guessed from its hash (seal-content.ts)
  const { salt: _salt, ...sealed } = JSON.parse(text) as (MinutesContent | FirstFormat) & { salt?: string };
  if (sealed.format === 2) return sealed;
  return {
    ...sealed,
    ...{ format: 2, edition: 'public', agenda: [], synthesis: [], nextSteps: [], complements: [], notes: [] },
    meeting: { ...sealed.meeting, chairs: [] },
    sections: sealed.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({ ...entry, attribution: 'name' as const })),
    })),
    decisions: sealed.decisions.map((decision) => ({ ...decision, blockId: blockIdOf(decision) })),
    actions: sealed.actions.map((action) => ({ ...action, blockId: blockIdOf(action) })),
  };
}

type FirstFormat = Omit<MinutesContent, 'format'> & { format: 1 };

/** Anchors of that format were the block's id behind 'b-'. */
function blockIdOf({ anchor }: Pick<Decision | Action, 'anchor'>): string {
  return anchor.replace(/^b-/, '');
}
