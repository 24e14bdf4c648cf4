import type { Entry, MinutesContent } from '#app/model/minutes-content.ts';
import type { BlockKind, NoteBlock } from '#app/model/notes.ts';

const WORDS =
  'la réunion coopération territoire partenaires projet échange climat santé jeunesse culture réseau ville département région groupe pays accord financement calendrier feuille route diaspora université formation eau biodiversité tourisme patrimoine élus agents habitants'.split(
    ' ',
  );

/** Minutes as a group writes them, of so many interventions of about 95 words: eighteen make some six pages. The same each time. */
export function volumeOf(interventions: number): MinutesContent {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => WORDS[next(WORDS.length)] ?? 'mot').join(' ');
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
  };
  let blocks = 0;
  const paragraph = (kind: BlockKind, text: string): NoteBlock => {
    blocks += 1;
    return { type: 'paragraph', id: `p${blocks}`, kind, inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null };
  };
  const speech = (index: number): Entry => ({
    ...{ type: 'intervention', anchor: `e${index}`, attribution: 'name' },
    speaker: { name: `Prénom Nom ${index % 40}`, function: 'Chargée de mission', organisation: `Ville de ${WORDS[index % WORDS.length]}` },
    blocks: [
      paragraph('text', `${sentence(22)} ${sentence(18)} ${sentence(14)}`),
      paragraph('text', `${sentence(12)} ${sentence(14)}`),
      ...(index % 2 === 0 ? [paragraph('takeaway', sentence(14))] : []),
      ...(index % 9 === 0 ? [paragraph('decision', sentence(10))] : []),
    ],
  });
  const perSection = 6;
  const sections = Array.from({ length: Math.ceil(interventions / perSection) }, (_, section) => ({
    anchor: `s${section}`,
    title: `Point ${section + 1} : ${WORDS[section % WORDS.length]}`,
    entries: Array.from({ length: Math.min(perSection, interventions - section * perSection) }, (_, index) =>
      speech(section * perSection + index),
    ),
  }));
  const people = Array.from({ length: Math.min(40, interventions) }, (_, index) => ({
    ...{ organisation: `Ville de ${WORDS[index % WORDS.length]}`, name: `Prénom Nom ${index}`, function: 'Chargée de mission' },
    ...{ answer: 'remote' as const, represents: null },
  }));
  return {
    ...{ format: 2, edition: 'public', language: 'fr' },
    meeting: {
      ...{
        slug: 'volume',
        title: 'Rencontres de la coopération',
        kind: 'group_meeting',
        group: { slug: 'g', name: 'Dynamique Amérique latine' },
      },
      ...{
        edtf: '2020-11-30T15:00/2020-11-30T16:00',
        timeZone: 'Europe/Paris',
        place: 'Paris',
        chairs: [],
        facilitators: ['Inès Robledo'],
      },
    },
    ...{ agenda: [], highlights: [], synthesis: [], sections, decisions: [], actions: [], nextSteps: [], complements: [], notes: [] },
    annex: { present: [{ kind: 'commune', people }], excused: [] },
  };
}
