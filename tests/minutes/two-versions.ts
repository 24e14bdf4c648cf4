import type { MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import type { BlockKind, NoteParagraph } from '#app/model/notes.ts';

/** A paragraph of the notes as minutes hold it. */
export function paragraphOf(id: string, text: string, kind: BlockKind = 'text', more: Partial<NoteParagraph> = {}): NoteParagraph {
  return { type: 'paragraph', id, kind, inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null, ...more };
}

/** A section in which each of these paragraphs stands by itself. */
export function sectionOf(title: string, blocks: readonly NoteParagraph[]): MinutesSection {
  return {
    ...{ anchor: title.toLowerCase(), title },
    entries: blocks.map((block) => ({ type: 'block', anchor: `b-${block.id}`, attribution: 'name', block })),
  };
}

/** Minutes that say nothing but what is given. */
export function contentOf(given: Partial<MinutesContent>): MinutesContent {
  return {
    ...{ format: 2, edition: 'public', language: 'fr', agenda: [], highlights: [], synthesis: [], sections: [], decisions: [] },
    ...{ actions: [], nextSteps: [], annex: { present: [], excused: [] }, complements: [], notes: [] },
    meeting: {
      ...{ slug: 'point', title: 'Point Amérique latine', kind: 'group_meeting', group: { slug: 'dalc', name: 'DALC' } },
      ...{ edtf: '2022-06-20T16:30/2022-06-20T18:00', timeZone: 'Europe/Paris', place: 'Paris', chairs: [], facilitators: [] },
    },
    ...given,
  };
}
