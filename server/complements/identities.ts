import type { ProposedIdentity } from '#app/model/complements.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteParagraph, NoteSection } from '#app/model/notes.ts';
import type { HeldIdentity } from '#db/complements/identity.ts';
import type { BlockEdit } from '#server/notes/edit-blocks.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';
import { reword } from './reword.ts';

/** How the minutes name whoever sat there: the substitute, of somebody who was represented. */
export function identityOf(held: HeldIdentity): ProposedIdentity {
  const substituted = held.substituteName !== '';
  return {
    name: substituted ? held.substituteName : `${held.givenName} ${held.familyName}`.trim(),
    function: substituted ? held.substituteFunction : held.function,
    organisation: held.organisationName,
  };
}

/** What of an attendance another identity changes. */
export function changesOf(held: HeldIdentity, wanted: ProposedIdentity): Partial<HeldIdentity> {
  const now = identityOf(held);
  const substituted = held.substituteName !== '';
  return {
    ...(wanted.name !== now.name && (substituted ? { substituteName: wanted.name } : splitName(held, wanted.name))),
    ...(wanted.function !== now.function && { [substituted ? 'substituteFunction' : 'function']: wanted.function }),
    ...(wanted.organisation !== now.organisation && { organisationName: wanted.organisation }),
  };
}

/** A whole name as given and family name: whichever of the two stays tells where the other ends; else after the first word. */
export function splitName(
  { givenName, familyName }: Pick<HeldIdentity, 'givenName' | 'familyName'>,
  name: string,
): { givenName: string; familyName: string } {
  if (familyName && name.endsWith(` ${familyName}`)) return { givenName: name.slice(0, -familyName.length - 1).trim(), familyName };
  if (givenName && name.startsWith(`${givenName} `)) return { givenName, familyName: name.slice(givenName.length + 1).trim() };
  const [first = '', ...rest] = name.split(' ');
  // in the same number of words, the given name has as many as before
  const words = Math.max(1, Math.min(givenName.split(' ').length, rest.length));
  return { givenName: [first, ...rest.slice(0, words - 1)].join(' '), familyName: rest.slice(words - 1).join(' ') };
}

/** The lines typed for that person's turns, with the new words in place of the old ones; a line that names them otherwise stays. */
export function turnLineEdits(
  sections: readonly NoteSection[],
  attendanceId: string,
  was: ProposedIdentity,
  wanted: ProposedIdentity,
): BlockEdit[] {
  const turns = sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .filter((each) => each.kind === 'turn' && each.speakerId === attendanceId);
  return turns.flatMap((turn) => editOf(turn, was, wanted));
}

function editOf({ id, inline }: NoteParagraph, was: ProposedIdentity, wanted: ProposedIdentity): BlockEdit[] {
  const now = plainText(inline);
  let text = now;
  for (const field of ['name', 'function', 'organisation'] as const) {
    if (was[field]) text = replaceWords(text, was[field], wanted[field]);
  }
  return text === now ? [] : [{ do: 'replace', blockId: id, inline: reword(inline, text), expected: now }];
}

/** Whole words only: « maire » is not found in « mairesse ». */
function replaceWords(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  const [before, after] = [text[at - 1] ?? '', text[at + from.length] ?? ''];
  if (at < 0 || /[\p{L}\p{N}]/u.test(before + after)) return text;
  return text.slice(0, at) + to + text.slice(at + from.length);
}
