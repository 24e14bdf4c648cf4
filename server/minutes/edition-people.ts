import type { AttributionLevel, Edition } from '#app/model/minutes-content.ts';
import type { NoteParagraph } from '#app/model/notes.ts';
import { nameKey } from '#app/model/text.ts';
import type { AttendanceForMinutes } from '#db/minutes/read-for-composing.ts';

export interface Speaker {
  name: string;
  function: string;
  organisation: string;
}

export const NOBODY: Speaker = { name: '', function: '', organisation: '' };

/** Who is meant in the notes of a meeting, and what an edition says of them. */
export class People {
  readonly #byId = new Map<string, Speaker>();
  readonly #byName = new Map<string, Speaker>();
  readonly #organisations = new Map<string, string>();

  constructor(attendances: readonly AttendanceForMinutes[]) {
    for (const attendance of attendances) {
      const person = asSpeaker(attendance);
      this.#byId.set(attendance.id, person);
      this.#byName.set(nameKey(person.name), person);
      if (person.organisation) this.#organisations.set(nameKey(person.organisation), person.organisation);
    }
  }

  /**
   * Whose turn it is, and under which attendance; null for somebody who is not among them. Whoever writes another name over the
   * one that was picked means that other person: words are never put into the wrong mouth. Those who are not on the list keep
   * the words that were typed: « Prénom Nom, fonction, organisme : ».
   */
  speakerOf(turn: NoteParagraph): { id: string | null; speaker: Speaker } {
    const typed = wordsOf(turn);
    const known = turn.speakerId ? this.#byId.get(turn.speakerId) : undefined;
    if (known) {
      const words = new Set(nameKey(typed).split(' '));
      const named = nameKey(known.name)
        .split(' ')
        .some((word) => words.has(word));
      if (named) return { id: turn.speakerId, speaker: known };
    }
    const [name = '', ...rest] = typed
      .replace(/\s*:\s*$/, '')
      .trim()
      .split(/,\s*/);
    return { id: null, speaker: { name, function: rest.join(', '), organisation: '' } };
  }

  /** What an edition says of somebody whose words have this level. */
  attributed(speaker: Speaker, level: AttributionLevel, edition: Edition): Speaker {
    if (edition === 'internal' || level === 'name') return speaker;
    if (level !== 'organisation') return NOBODY;
    return { ...NOBODY, organisation: speaker.organisation || this.#organisationAtEnd(speaker.function) };
  }

  /** The same in a word: a name, an organisation, or ''. */
  label(speaker: Speaker, level: AttributionLevel, edition: Edition): string {
    const { name, organisation } = this.attributed(speaker, level, edition);
    return name || (level === 'organisation' ? organisation : '');
  }

  /** Who does an action, as an edition says it. What was typed may be a person, an organisation, or « tous ». */
  assignee({ assigneeId, assignee }: Pick<NoteParagraph, 'assigneeId' | 'assignee'>, level: AttributionLevel, edition: Edition): string {
    const known = assigneeId ? this.#byId.get(assigneeId) : undefined;
    if (edition === 'internal' || level === 'name') return known?.name || assignee;
    if (level !== 'organisation') return '';
    return (known ?? this.#byName.get(nameKey(assignee)))?.organisation || this.#organisationAtEnd(assignee);
  }

  /**
   * The organisation of the attendee list with which a typed text ends: « Conseiller municipal à la ville de Chartres ». Nothing
   * that the list does not know: a guess could be the person's own name.
   */
  #organisationAtEnd(typed: string): string {
    const words = nameKey(typed).split(' ');
    for (let from = Math.max(0, words.length - 20); from < words.length; from++) {
      const known = this.#organisations.get(words.slice(from).join(' '));
      if (known) return known;
    }
    return '';
  }
}

/** Who came: the person who was represented speaks through the one who stood in. */
export function asSpeaker(attendance: AttendanceForMinutes): Speaker {
  const represented = attendance.answer === 'represented';
  return {
    name: represented ? attendance.substituteName : `${attendance.givenName} ${attendance.familyName}`.trim(),
    function: represented ? attendance.substituteFunction : attendance.function,
    organisation: attendance.organisationName,
  };
}

function wordsOf(turn: NoteParagraph): string {
  return turn.inline.map((run) => run.text).join('');
}
