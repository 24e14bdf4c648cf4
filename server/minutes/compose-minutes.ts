import type { Action, Decision, MinutesContent, MinutesSection, TakeAway } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { type MeetingForMinutes, readMeetingForMinutes } from '#db/minutes/read.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { Anchors } from './anchors.ts';
import { composeAnnex } from './compose-annex.ts';
import { groupEntries, type Speaker, speakerIdOf } from './group-entries.ts';

/** Highlights that a reader takes in at a glance when the organiser chose none. */
const HIGHLIGHTS_BY_DEFAULT = 6;

export interface ComposedMinutes {
  content: MinutesContent;
  /** Every take-away, for the choice of what goes into « L’essentiel »; `blockId` is what the choice names. */
  takeAways: (TakeAway & { blockId: string; chosen: boolean })[];
}

/**
 * Makes the minutes of a meeting from its notes, its agenda and its attendance as they are now. Changes nothing.
 * `highlights` (block ids) stand in for the choice kept with the minutes.
 */
export async function composeMinutes(services: Services, scope: MeetingScope, highlights?: string[]): Promise<ComposedMinutes> {
  const [meeting, notes] = await Promise.all([readMeetingForMinutes(services.db, scope), readNotes(services, scope)]);
  const chosen = highlights ?? meeting.highlights;
  return compose({ ...meeting, highlights: chosen }, new Map(notes.map((section) => [section.agendaItemId, section.blocks])));
}

/** The pure part of `composeMinutes`: `notes` are the blocks by agenda item. */
export function compose(meeting: MeetingForMinutes, notes: ReadonlyMap<string, readonly NoteBlock[]>): ComposedMinutes {
  const anchors = new Anchors();
  const speakers = speakersOf(meeting);
  const sections: MinutesSection[] = [];
  const takeAways: ComposedMinutes['takeAways'] = [];
  const decisions: Decision[] = [];
  const actions: Action[] = [];
  const spoke = new Set<string>();

  for (const item of meeting.agenda) {
    const blocks = notes.get(item.id) ?? [];
    const entries = groupEntries(blocks, speakers, (block) => anchors.block(block));
    if (entries.length > 0) sections.push({ anchor: anchors.section(item.title), title: item.title, entries });
    let speaker: string | null = null;
    for (const block of blocks) {
      if (block.type !== 'paragraph' || block.inline.length === 0) {
        if (block.type === 'heading' || block.type === 'table') speaker = null;
        continue;
      }
      const anchor = anchors.block(block);
      if (block.kind === 'turn') {
        const id = speakerIdOf(block, speakers);
        speaker = (id && speakers.get(id)?.name) || null;
        if (id) spoke.add(id);
      } else if (block.kind === 'takeaway') {
        const concludes = item.kind === 'conclusion';
        takeAways.push({ anchor, inline: block.inline, speaker, blockId: block.id, chosen: concludes });
      } else if (block.kind === 'decision') {
        decisions.push({ blockId: block.id, number: `D${decisions.length + 1}`, anchor, inline: block.inline });
      } else if (block.kind === 'action') {
        const assignee = (block.assigneeId && speakers.get(block.assigneeId)?.name) || block.assignee;
        actions.push({ blockId: block.id, number: `A${actions.length + 1}`, anchor, inline: block.inline, assignee, due: block.due });
      }
    }
  }
  choose(takeAways, meeting.highlights);
  const highlights = takeAways.filter((each) => each.chosen).map(({ anchor, inline, speaker }) => ({ anchor, inline, speaker }));
  const { agenda: _agenda, attendances, highlights: _chosen, ...header } = meeting;
  return {
    takeAways,
    content: {
      format: 2,
      edition: 'public',
      language: 'fr',
      meeting: header,
      agenda: [],
      highlights,
      synthesis: [],
      sections,
      decisions,
      actions,
      nextSteps: [],
      annex: composeAnnex(attendances, spoke),
      complements: [],
      notes: [],
    },
  };
}

/** The organiser's choice; without one, what the conclusion retains, else the first few. */
function choose(takeAways: ComposedMinutes['takeAways'], highlights: readonly string[] | null): void {
  if (highlights) {
    for (const each of takeAways) each.chosen = highlights.includes(each.blockId);
  } else if (takeAways.length <= HIGHLIGHTS_BY_DEFAULT) {
    for (const each of takeAways) each.chosen = true;
  } else if (!takeAways.some((each) => each.chosen)) {
    for (const [index, each] of takeAways.entries()) each.chosen = index < HIGHLIGHTS_BY_DEFAULT;
  }
}

function speakersOf(meeting: MeetingForMinutes): Map<string, Speaker> {
  return new Map(
    meeting.attendances.map((attendance) => {
      const represented = attendance.answer === 'represented';
      const name = represented ? attendance.substituteName : `${attendance.givenName} ${attendance.familyName}`.trim();
      const role = represented ? attendance.substituteFunction : attendance.function;
      return [attendance.id, { name, function: role, organisation: attendance.organisationName }];
    }),
  );
}
