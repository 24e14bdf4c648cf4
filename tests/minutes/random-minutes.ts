import { ANSWERS } from '#app/model/attendance.ts';
import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '#app/model/minutes-content.ts';
import { BLOCK_KINDS, type NoteBlock, type NoteParagraph } from '#app/model/notes.ts';
import type { AttendanceForMinutes, MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { oneOf, type Random } from '#tests/support/random.ts';

/** What was noted somewhere, told by whoever wrote it: independent of how the product reads levels. */
interface Noted {
  blockId: string;
  /** One word that stands nowhere else. */
  word: string;
  level: AttributionLevel;
  /** Words of the name of who said it, or of who acts. */
  names: string[];
}

export interface RandomMinutes {
  meeting: MeetingForMinutes;
  notes: Map<string, NoteBlock[]>;
  noted: Noted[];
  /** Words that may stand in the public edition: names of those to whom something is attributed by name. */
  named: Set<string>;
  /** Words of all names, of whoever has anything to do with it. */
  names: Set<string>;
}

const KINDS = BLOCK_KINDS.filter((kind) => kind !== 'turn');

/** Minutes with every kind of block and every level, of people on the list and off it, whose names and words stand nowhere else. */
export function randomMinutes(random: Random): RandomMinutes {
  let count = 0;
  const fresh = (prefix: string) => `${prefix}${(count++).toString(36)}q${random(2 ** 20).toString(36)}z`;
  const byDefault = oneOf(ATTRIBUTION_LEVELS, random);
  const attributions = new Map<string, AttributionLevel>();
  const noted: Noted[] = [];
  const attendances = Array.from({ length: 1 + random(6) }, () => attendance(fresh, random));

  const named = new Set<string>();
  const names = new Set(attendances.flatMap((each) => [...namesOf(each), each.givenName, each.familyName]));
  const paragraph = (kind: NoteParagraph['kind']): Written => {
    const word = fresh('mot');
    const picked = kind === 'action' && random(2) === 0 ? oneOf(attendances, random) : null;
    const typed = kind === 'action' && random(2) === 0 ? fresh('Acteur') : '';
    const marks = oneOf(
      [{}, { bold: true as const }, { href: `mailto:${word}@exemple.org` }, { href: `https://exemple.org/${word}` }],
      random,
    );
    const until = oneOf(['', ' d’ici janvier 2031', ' le 12 mars 2031 de 14 h à 16 h 30', ' en 2032.'], random);
    return {
      ...{ type: 'paragraph', id: fresh('b'), kind, inline: [{ text: `Il est dit ${word}`, ...marks }, { text: until }] },
      // what a paragraph was before stays in its attributes: a turn that became text still carries who spoke
      ...{ speakerId: random(4) === 0 ? oneOf(attendances, random).id : null, assigneeId: picked?.id ?? null },
      ...{ assignee: typed, due: random(3) === 0 ? '2031-02-03' : null, word },
      names: [...(picked ? namesOf(picked) : []), ...(typed ? [typed] : [])],
    };
  };

  const notes = new Map<string, NoteBlock[]>();
  const agenda = Array.from({ length: 1 + random(4) }, (_, index) => ({
    ...{ id: `item${index}`, title: `Point ${index}`, minutes: random(40) },
    kind: oneOf(['discussion', 'conclusion'] as const, random),
  }));
  for (const { id } of agenda) {
    const blocks: NoteBlock[] = [];
    let turn: { level: AttributionLevel; names: string[] } | null = null;
    const say = (inner: Written[], block: NoteBlock) => {
      const inherited = turn?.level ?? byDefault;
      for (const each of inner) if (random(4) === 0) attributions.set(each.id, oneOf(ATTRIBUTION_LEVELS, random));
      const chosen = inner.flatMap((each) => attributions.get(each.id) ?? []);
      const level = ATTRIBUTION_LEVELS.findLast((each) => chosen.includes(each)) ?? inherited;
      for (const each of inner) {
        const said = { blockId: each.id, word: each.word, level, names: [...each.names, ...(turn?.names ?? [])] };
        noted.push(said);
        for (const name of said.names) names.add(name);
        if (level === 'name') for (const name of said.names) named.add(name);
      }
      blocks.push(block);
    };
    for (let rest = random(14); rest > 0; rest--) {
      switch (random(7)) {
        case 0: {
          const turnId = fresh('t');
          const known = random(3) > 0 ? oneOf(attendances, random) : null;
          const stranger = `${fresh('Prenom')} ${fresh('Inconnu')}`;
          const typed = known
            ? `${namesOf(known).join(' ')}, ${known.organisationName}`
            : `${stranger}, de ${oneOf(attendances, random).organisationName}`;
          if (random(3) === 0) attributions.set(turnId, oneOf(ATTRIBUTION_LEVELS, random));
          turn = { level: attributions.get(turnId) ?? byDefault, names: known ? namesOf(known) : stranger.split(' ') };
          for (const name of turn.names) names.add(name);
          if (turn.level === 'name') for (const name of turn.names) named.add(name);
          blocks.push({
            ...{ type: 'paragraph', id: turnId, kind: 'turn', inline: [{ text: `${typed} :` }] },
            ...{ speakerId: known?.id ?? null, assigneeId: null, assignee: '', due: null },
          });
          break;
        }
        case 1: {
          const items = Array.from({ length: 1 + random(3) }, () => paragraph(oneOf(KINDS, random)));
          const list: NoteBlock = { type: 'list', ordered: random(2) === 0, items: items.map((each) => [plain(each)]) };
          say(items, random(2) === 0 ? list : { type: 'quote', blocks: [list] });
          break;
        }
        case 2: {
          turn = null;
          const cells = [paragraph('text'), paragraph('text')];
          say(cells, { type: 'table', rows: [cells.map((each) => ({ header: false, blocks: [plain(each)] }))] });
          break;
        }
        case 3:
          blocks.push({ type: 'rule' });
          break;
        default: {
          const each = paragraph(oneOf(KINDS, random));
          if (each.kind === 'decision' || each.kind === 'action') turn = null;
          say([each], plain(each));
        }
      }
    }
    notes.set(id, blocks);
  }
  const complements = Array.from({ length: random(6) }, (_, index): MeetingForMinutes['complements'][number] => {
    const about = noted.length > 0 && random(4) > 0 ? oneOf(noted, random) : null;
    const authorName = fresh('Auteur');
    names.add(authorName);
    if ((about?.level ?? byDefault) === 'name') named.add(authorName);
    const blockId = about?.blockId ?? (random(2) === 0 ? fresh('parti') : null);
    return { blockId, kind: 'replace', authorName, authorOrganisation: `Ville ${index}`, decidedAt: '2031-01-05T10:00:00Z' };
  });
  const meeting: MeetingForMinutes = {
    ...{ slug: 'reunion', title: 'Réunion', kind: 'group_meeting', edtf: '2030-11-30T15:00/2030-11-30T16:00', timeZone: 'Europe/Paris' },
    ...{ group: { slug: 'dalc', name: 'Dynamique' }, place: 'Paris', highlights: null, attribution: byDefault, attributions },
    ...{ agenda, attendances, nextMeetings: [], complements, notes: [] },
  };
  return { meeting, notes, noted, named, names };
}

type Written = NoteParagraph & { word: string; names: string[] };

function plain({ word: _word, names: _names, ...paragraph }: Written): NoteParagraph {
  return paragraph;
}

function attendance(fresh: (prefix: string) => string, random: Random): AttendanceForMinutes {
  return {
    ...{ id: fresh('present'), givenName: fresh('Prenom'), familyName: fresh('Nom'), function: `Maire de ${fresh('Commune')}` },
    ...{
      organisationName: `Ville de ${fresh('Ville')}`,
      organisationKind: oneOf(ORGANISATION_KINDS, random),
      answer: oneOf(ANSWERS, random),
    },
    ...{ roles: random(3) === 0 ? ['facilitator'] : [], substituteName: `${fresh('Remplace')} ${fresh('Nom')}`, substituteFunction: '' },
    checkedInAt: random(2) === 0 ? '2030-11-30T14:00:00Z' : null,
  };
}

/** Each word of the name of whoever came for this attendance. */
export function namesOf({ answer, givenName, familyName, substituteName }: AttendanceForMinutes): string[] {
  return answer === 'represented' ? substituteName.split(' ') : [givenName, familyName];
}
