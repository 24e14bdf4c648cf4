import type { ImportDraft, ImportedAttendee, ImportedHeader, ImportedPiece, PieceKind } from './imports.ts';

/** What a person says of somebody whom the file names: their part that day, or that they are not taken over. */
export const ATTENDEE_PARTS = ['participant', 'speaker', 'facilitator', 'chair', 'interpreter', 'excused', 'out'] as const;
export type AttendeePart = (typeof ATTENDEE_PARTS)[number];

export type AttendeeChange = Pick<ImportedAttendee, 'givenName' | 'familyName' | 'function' | 'organisation' | 'keepEmail' | 'person'> & {
  part: AttendeePart;
};

export interface PieceChange {
  kind: PieceKind;
  speakerId: string | null;
}

/** What the form of the review says, cleaned; what it does not show (another page of pieces) it leaves alone. */
export interface ImportChanges {
  header: { [Field in keyof ImportedHeader]?: ImportedHeader[Field]['value'] };
  attendees: ReadonlyMap<string, AttendeeChange>;
  /** Somebody whom the file does not name. */
  added: Pick<ImportedAttendee, 'givenName' | 'familyName' | 'function' | 'organisation'> | null;
  pieces: ReadonlyMap<string, PieceChange>;
  keepContacts: boolean | null;
}

export function partOf({ roles, excused, out }: Pick<ImportedAttendee, 'roles' | 'excused' | 'out'>): AttendeePart {
  if (out) return 'out';
  if (excused) return 'excused';
  return (
    ATTENDEE_PARTS.find((part) => part !== 'participant' && part !== 'speaker' && roles.some((role) => role === part)) ??
    (roles.includes('speaker') ? 'speaker' : 'participant')
  );
}

/** The draft with what a person said of it: what they looked at and changed is sure. */
export function applyChanges(draft: ImportDraft, changes: ImportChanges): ImportDraft {
  const attendees = draft.attendees.map((one) => changedAttendee(one, changes.attendees.get(one.id)));
  const known = new Set(attendees.map((one) => one.id));
  return {
    ...draft,
    header: changedHeader(draft.header, changes.header),
    attendees: changes.added ? [...attendees, addedAttendee(draft, changes.added)] : attendees,
    pieces: draft.pieces.map((piece) => changedPiece(piece, changes.pieces.get(piece.id), known)),
    keepContacts: changes.keepContacts ?? draft.keepContacts,
  };
}

function changedHeader(header: ImportedHeader, said: ImportChanges['header']): ImportedHeader {
  const change = <Field extends keyof ImportedHeader>(field: Field): ImportedHeader[Field] => {
    const value = said[field];
    const guess = header[field];
    return value === undefined || value === guess.value ? guess : { ...guess, value, confidence: 'sure' };
  };
  return {
    title: change('title'),
    kind: change('kind'),
    when: change('when'),
    placeName: change('placeName'),
    placeAddress: change('placeAddress'),
    placeAccess: change('placeAccess'),
    timeZone: change('timeZone'),
  };
}

function changedAttendee(one: ImportedAttendee, said: AttendeeChange | undefined): ImportedAttendee {
  if (!said) return one;
  const { part, ...fields } = said;
  const changed = { ...one, ...fields, excused: part === 'excused', out: part === 'out' };
  if (part !== partOf(one) && part !== 'excused' && part !== 'out') changed.roles = [part];
  return { ...changed, confidence: JSON.stringify(changed) === JSON.stringify(one) ? one.confidence : 'sure' };
}

function changedPiece(piece: ImportedPiece, said: PieceChange | undefined, known: ReadonlySet<string>): ImportedPiece {
  if (!said) return piece;
  const speakerId = said.speakerId !== null && known.has(said.speakerId) ? said.speakerId : null;
  if (said.kind === piece.kind && speakerId === piece.speakerId) return piece;
  return { ...piece, kind: said.kind, speakerId, confidence: 'sure' };
}

function addedAttendee(draft: ImportDraft, added: NonNullable<ImportChanges['added']>): ImportedAttendee {
  const number = Math.max(0, ...draft.attendees.map(({ id }) => Number(id.slice(1)) || 0)) + 1;
  return {
    ...{ id: `a${number}`, ...added, roles: ['participant'], excused: false, email: '', keepEmail: false },
    ...{ found: 'added', confidence: 'sure', part: null, person: null, out: false },
  };
}

/** What two states of one draft say otherwise, by the names of the form's controls, so that each can be shown where it is decided. */
export function differences(theirs: ImportDraft, mine: ImportDraft): Set<string> {
  const differ = new Set<string>();
  for (const field of Object.keys(mine.header) as (keyof ImportedHeader)[])
    if (theirs.header[field].value !== mine.header[field].value) differ.add(field);
  const attendees = new Map(theirs.attendees.map((one) => [one.id, one]));
  for (const one of mine.attendees) if (!sameAttendee(attendees.get(one.id), one)) differ.add(one.id);
  const pieces = new Map(theirs.pieces.map((piece) => [piece.id, piece]));
  for (const piece of mine.pieces) {
    const other = pieces.get(piece.id);
    if (other?.kind !== piece.kind || other.speakerId !== piece.speakerId) differ.add(piece.id);
  }
  return differ;
}

function sameAttendee(a: ImportedAttendee | undefined, b: ImportedAttendee): boolean {
  return a !== undefined && JSON.stringify({ ...a, confidence: '' }) === JSON.stringify({ ...b, confidence: '' });
}
