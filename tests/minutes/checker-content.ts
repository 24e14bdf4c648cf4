import type { KnownNames, KnownPerson } from '#app/model/checker.ts';
import { NOTHING_KNOWN } from '#app/model/checker.ts';
import type { ImportDraft, ImportedPiece } from '#app/model/imports.ts';
import type { Entry, MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import type { BlockKind, NoteBlock, NoteParagraph } from '#app/model/notes.ts';

/** Minutes of one section for tests of single rules; each text becomes a paragraph whose id is its number from 1. */
export function minutesOf(...texts: (string | Partial<NoteParagraph>)[]): MinutesContent {
  const entries = texts.map((text, index): Entry => {
    const id = String(index + 1);
    const given = typeof text === 'string' ? { inline: [{ text }] } : text;
    return { type: 'block', anchor: `b-${id}`, attribution: 'name', block: { ...paragraph(id), ...given } };
  });
  return { ...EMPTY, sections: [{ anchor: 's', title: 'Échanges', entries }] };
}

/** An import's draft as the minutes that it would become. */
export function contentOf(draft: ImportDraft): MinutesContent {
  const sections: MinutesSection[] = [];
  let open: NoteBlock[] | null = null;
  const section = () => {
    const last = sections.at(-1);
    if (last) return last;
    const first: MinutesSection = { anchor: 's-0', title: '', entries: [] };
    sections.push(first);
    return first;
  };
  const people = new Map(draft.attendees.map((person) => [person.id, person]));
  for (const piece of draft.pieces) {
    const anchor = `b-${piece.id}`;
    if (piece.kind === 'out' && textOf(piece).trim() === '' && piece.cells.length === 0) continue;
    if (piece.kind === 'section') {
      open = null;
      sections.push({ anchor, title: textOf(piece), entries: [] });
    } else if (piece.kind === 'turn') {
      const speaker = piece.speakerId ? people.get(piece.speakerId) : undefined;
      const [name = '', ...rest] = textOf(piece)
        .replace(/\s*:\s*$/, '')
        .split(', ');
      open = [];
      section().entries.push({
        ...{ type: 'intervention', anchor, attribution: 'name', blocks: open },
        speaker: speaker
          ? { name: `${speaker.givenName} ${speaker.familyName}`, function: speaker.function, organisation: speaker.organisation }
          : { name, function: rest.join(', '), organisation: '' },
      });
    } else if (open && piece.kind !== 'heading' && piece.kind !== 'row') open.push(blockOf(piece));
    else {
      open = null;
      section().entries.push({ type: 'block', anchor, attribution: 'name', block: blockOf(piece) });
    }
  }
  const actions = draft.pieces
    .filter(({ kind }) => kind === 'action')
    .map((piece, index) => ({
      blockId: piece.id,
      number: `A${index + 1}`,
      anchor: `b-${piece.id}`,
      inline: piece.inline,
      assignee: piece.assignee,
      due: piece.due,
    }));
  return { ...EMPTY, meeting: { ...EMPTY.meeting, title: draft.header.title.value, edtf: draft.header.when.value }, sections, actions };
}

/** What the checker knows of a draft: its own attendees, and for names across meetings those of others. */
export function knownOf(draft: ImportDraft, others: readonly ImportDraft[] = []): KnownNames {
  const person = ({ givenName, familyName, function: role, organisation }: KnownPerson): KnownPerson => ({
    givenName,
    familyName,
    function: role,
    organisation,
  });
  // without a list, nobody can be missing from it
  const list = draft.attendees.some(({ found }) => found === 'table' || found === 'list');
  const listed = (one: ImportDraft) => one.attendees.filter(({ found, out }) => list && !out && found !== 'turn' && found !== 'told');
  return {
    ...NOTHING_KNOWN,
    attendees: listed(draft).map(person),
    organisations: [...new Set(others.flatMap((one) => one.attendees.map(({ organisation }) => organisation)))].filter(Boolean),
    directory: others.flatMap((one) => one.attendees.filter(({ out }) => !out)).map(person),
  };
}

function blockOf(piece: ImportedPiece): NoteBlock {
  if (piece.kind === 'heading') return { type: 'heading', level: 3, inline: piece.inline };
  if (piece.kind === 'item') return { type: 'list', ordered: piece.ordered, items: [[{ ...paragraph(piece.id), inline: piece.inline }]] };
  if (piece.kind === 'row' || piece.cells.length > 0) {
    const cells = piece.cells.map((inline, index) => ({ header: false, blocks: [{ ...paragraph(`${piece.id}-${index}`), inline }] }));
    return { type: 'table', rows: [cells] };
  }
  const kind: BlockKind = piece.kind === 'told' || piece.kind === 'section' || piece.kind === 'out' ? 'text' : piece.kind;
  return { ...paragraph(piece.id), kind, inline: piece.inline, assignee: piece.assignee, due: piece.due };
}

function textOf(piece: ImportedPiece): string {
  return piece.inline.map(({ text }) => text).join('');
}

function paragraph(id: string): NoteParagraph {
  return { type: 'paragraph', id, kind: 'text', inline: [], speakerId: null, assigneeId: null, assignee: '', due: null };
}

const EMPTY: MinutesContent = {
  ...{ format: 2, edition: 'internal', language: 'fr' },
  meeting: {
    ...{ slug: 'reunion', title: 'Réunion', kind: 'group_meeting', group: { slug: 'groupe', name: 'Groupe' } },
    ...{ edtf: '2022-06-20T14:00/2022-06-20T16:00', timeZone: 'Europe/Paris', place: '', facilitators: [], chairs: [] },
  },
  ...{ agenda: [], highlights: [], synthesis: [], sections: [], decisions: [], actions: [], nextSteps: [] },
  annex: { present: [], excused: [] },
  ...{ complements: [], notes: [] },
};
