import { type AttributionLevel, type Edition, type MinutesContent, paragraphsOf, type TakeAway } from '#app/model/minutes-content.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { Anchors } from './anchors.ts';
import { composeAnnex } from './compose-annex.ts';
import { composeComplements, type Place } from './compose-complements.ts';
import { composeHeader, composeVersionNotes } from './compose-header.ts';
import { type Concluding, composeNextSteps } from './compose-next-steps.ts';
import { type Statement, statementsOf } from './compose-statements.ts';
import { chooseHighlights, type TakeAwayToChoose } from './compose-synthesis.ts';
import { Levels } from './edition-levels.ts';
import { People } from './edition-people.ts';
import { groupEntries, withoutAddress } from './group-entries.ts';

export interface ComposedMinutes {
  content: MinutesContent;
  /** Every take-away whatever the edition, for the choice of what goes into « L’essentiel ». */
  takeAways: TakeAwayToChoose[];
  /** Every statement whose attribution can be chosen. */
  attributables: Attributable[];
  /** How the others are attributed. */
  byDefault: AttributionLevel;
}

export interface Attributable {
  /** The paragraph of the notes under which the choice is kept. */
  blockId: string;
  anchor: string;
  /** A turn: what is chosen holds for all that is said in it. */
  turn: boolean;
  /** What was chosen for it; null: as its turn, or as the meeting. */
  chosen: AttributionLevel | null;
  level: AttributionLevel;
}

/**
 * One edition of the minutes of a meeting; `notes` are the blocks by agenda item. Pure, and linear in what was said.
 * All that is told of a statement (its place, the synthesis, the tables, the next steps) goes through its level here, so that
 * the public edition holds nothing internal; numbers count all the same, for people quote them from either edition.
 */
export function compose(
  meeting: MeetingForMinutes,
  notes: ReadonlyMap<string, readonly NoteBlock[]>,
  edition: Edition = 'public',
): ComposedMinutes {
  const draft = new Draft(meeting, edition);
  for (const item of meeting.agenda) draft.point(item, notes.get(item.id) ?? []);
  return draft.composed();
}

class Draft {
  private readonly people: People;
  private readonly levels: Levels;
  private readonly anchors = new Anchors();
  /** Of every paragraph and turn. */
  private readonly places = new Map<string, Place>();
  private readonly spoke = new Set<string>();
  private readonly attributables: Attributable[] = [];
  private readonly points: { title: string; anchor: string; takeAways: TakeAwayToChoose[] }[] = [];
  private readonly conclusion: Concluding[] = [];
  private readonly agenda: MinutesContent['agenda'] = [];
  private readonly sections: MinutesContent['sections'] = [];
  private readonly decisions: (MinutesContent['decisions'][number] & { told: boolean })[] = [];
  private readonly actions: (MinutesContent['actions'][number] & { told: boolean })[] = [];

  private readonly meeting: MeetingForMinutes;
  private readonly edition: Edition;

  constructor(meeting: MeetingForMinutes, edition: Edition) {
    this.meeting = meeting;
    this.edition = edition;
    this.people = new People(meeting.attendances);
    this.levels = new Levels(meeting.attribution, meeting.attributions);
  }

  point(item: MeetingForMinutes['agenda'][number], blocks: readonly NoteBlock[]): void {
    const { title, minutes } = item;
    const statements = statementsOf(blocks, this.people, this.levels, this.anchors);
    const anchor = statements.length > 0 ? this.anchors.section(title) : null;
    const entries = groupEntries(statements, this.people, this.edition);
    this.agenda.push({ title, minutes, anchor: entries.length > 0 ? anchor : null });
    if (anchor === null) return;
    if (entries.length > 0) this.sections.push({ anchor, title, entries });
    const takeAways: TakeAwayToChoose[] = [];
    this.points.push({ title, anchor, takeAways });
    const concludes = item.kind === 'conclusion';
    for (const statement of statements) {
      this.place(statement);
      if (!statement.block) continue;
      for (const paragraph of paragraphsOf(statement.block)) this.record(paragraph, statement, concludes, takeAways);
    }
  }

  composed(): ComposedMinutes {
    const { meeting, edition } = this;
    const takeAways = this.points.flatMap((point) => point.takeAways);
    chooseHighlights(takeAways, meeting.highlights);
    const actions = this.actions.filter(({ told }) => told).map(({ told: _, ...action }) => action);
    const shown = (list: readonly TakeAwayToChoose[]) => list.filter(({ level }) => this.told(level)).map(asTakeAway);
    const level = edition === 'internal' ? 'name' : meeting.attribution;
    const content: MinutesContent = {
      ...{ format: 2, edition, language: 'fr' },
      meeting: composeHeader(meeting, level),
      agenda: this.agenda,
      highlights: shown(takeAways.filter(({ chosen }) => chosen)),
      synthesis: this.points
        .map((point) => ({ ...point, takeAways: shown(point.takeAways) }))
        .filter((point) => point.takeAways.length > 0),
      sections: this.sections,
      decisions: this.decisions.filter(({ told }) => told).map(({ told: _, ...decision }) => decision),
      actions,
      nextSteps: composeNextSteps(meeting, actions, this.conclusion, edition),
      annex: composeAnnex(meeting.attendances, this.spoke, level),
      complements: composeComplements(meeting, this.places, edition),
      notes: composeVersionNotes(meeting),
    };
    return { content, takeAways, attributables: this.attributables, byDefault: meeting.attribution };
  }

  private told(level: AttributionLevel): boolean {
    return this.edition === 'internal' || level !== 'internal';
  }

  /** Where a statement stands, and the choice that there is for it. */
  private place({ turn, block, anchor, level }: Statement): void {
    const { attributions } = this.meeting;
    if (turn && !this.places.has(turn.id)) {
      this.places.set(turn.id, { anchor: turn.anchor, level: turn.level });
      if (turn.attendanceId) this.spoke.add(turn.attendanceId);
      const chosen = attributions.get(turn.id) ?? null;
      this.attributables.push({ blockId: turn.id, anchor: turn.anchor, turn: true, chosen, level: turn.level });
    }
    if (!block) return;
    let first: string | null = null;
    let chosenFor: string | null = null;
    for (const { id } of paragraphsOf(block)) {
      first ??= id;
      if (attributions.get(id) === level) chosenFor ??= id;
    }
    const blockId = chosenFor ?? first;
    if (blockId === null) return;
    this.attributables.push({ blockId, anchor, turn: false, chosen: attributions.get(blockId) ?? null, level });
  }

  /** What is gathered elsewhere of what a paragraph says. */
  private record(paragraph: NoteParagraph, statement: Statement, concludes: boolean, takeAways: TakeAwayToChoose[]): void {
    const { turn, block, level } = statement;
    const { id: blockId, kind } = paragraph;
    const anchor = block === paragraph ? statement.anchor : this.anchors.block(paragraph);
    this.places.set(blockId, { anchor, level });
    if (paragraph.inline.every((run) => run.text.trim() === '')) return;
    const told = this.told(level);
    const marked = level === 'internal' ? { internal: true as const } : {};
    const inline = this.edition === 'internal' ? paragraph.inline : paragraph.inline.map(withoutAddress);
    const speaker = (turn && this.people.label(turn.speaker, level, this.edition)) || null;
    const assignee = kind === 'action' ? this.people.assignee(paragraph, level, this.edition) : '';
    if (kind === 'takeaway') takeAways.push({ blockId, anchor, inline, speaker, level, chosen: concludes, ...marked });
    if (kind === 'decision') this.decisions.push({ blockId, number: `D${this.decisions.length + 1}`, anchor, inline, told, ...marked });
    if (kind === 'action')
      this.actions.push({ blockId, number: `A${this.actions.length + 1}`, anchor, inline, assignee, due: paragraph.due, told, ...marked });
    if (concludes && told)
      this.conclusion.push({
        anchor,
        inline,
        due: kind === 'action' ? paragraph.due : null,
        who: kind === 'action' ? assignee : (speaker ?? ''),
        ...marked,
      });
  }
}

function asTakeAway({ anchor, inline, speaker, internal }: TakeAway): TakeAway {
  return { anchor, inline, speaker, ...(internal ? { internal } : {}) };
}
