import type { DemoMeeting } from './meetings.ts';
import script from './minutes/en-relecture.txt?raw';
import type { DemoPersonKey } from './network.ts';

/** Everybody who was there is asked to read; the first two also organise. */
const READERS = [
  ...(['marsac', 'robledo', 'castaing', 'lacombe', 'thebaud', 'fauconnet', 'quintero', 'bonetti'] as const),
  ...(['agesilas', 'roussel', 'belhadj', 'delorme', 'ribeyre', 'etcheverry', 'ferrand', 'larroque'] as const),
] satisfies DemoPersonKey[];

export const REVIEW_SCRIPT = script;
/** In days from today. */
export const REVIEW_TIMES = { held: -10, opened: -4, proposed: -2, decided: -1, deadline: 6 } as const;

/** The meeting whose minutes are in review, as seen on `today`. */
export function meetingInReview(today: Temporal.PlainDate): DemoMeeting {
  const day = weekday(today.add({ days: REVIEW_TIMES.held }));
  return {
    ...{ slug: `${day}-groupes-pays-et-groupes-regionaux`, group: 'dalc', kind: 'group_meeting', themes: ['gouvernance'] },
    ...{ edtf: `${day}T15:00/${day}T16:15`, countries: ['EC', 'PE', 'NI', 'BR', 'SV'] },
    title: 'Groupes-pays et groupes régionaux : quel accompagnement ?',
    place: { name: 'Visioconférence Zoom' },
    agenda: [
      { title: 'Échanges', minutes: 60, presenters: ['marsac', 'robledo'] },
      { title: 'Suites à donner', minutes: 15, kind: 'conclusion', presenters: ['marsac'] },
    ],
    attendees: READERS.map((person, index) => ({
      ...{ person, answer: 'remote', checkedIn: true },
      roles: index < 2 ? ['facilitator'] : ['participant'],
    })),
  };
}

function weekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) });
}

/** Who said that they are done, and who only opened the text. */
export const ANSWERED: readonly DemoPersonKey[] = [
  ...(['castaing', 'agesilas', 'belhadj', 'delorme', 'etcheverry', 'fauconnet', 'quintero', 'larroque', 'marsac'] as const),
];
export const READING: readonly DemoPersonKey[] = ['lacombe', 'ribeyre', 'ferrand'];

export interface DemoProposal {
  by: DemoPersonKey;
  /** Words of the paragraph that it is about; null: the minutes as a whole. */
  on: string | null;
  what:
    | { kind: 'insert'; text: string }
    /** The same paragraph with other words in place of some. */
    | { kind: 'replace'; words: string; instead: string }
    | { kind: 'delete' }
    | { kind: 'comment' }
    | { kind: 'identity'; function: string };
  comment?: string;
  decision?: { accept: true; answer?: string } | { accept: false; reason: string };
}

export const PROPOSALS: readonly DemoProposal[] = [
  {
    ...{ by: 'castaing', on: 'engagée en Équateur et au Pérou' },
    what: {
      kind: 'replace',
      words: 'une collectivité italienne',
      instead: 'une collectivité italienne (la province de Viterbe, au nord de Rome)',
    },
  },
  {
    ...{ by: 'roussel', on: 'participation à la Semaine' },
    what: { kind: 'insert', text: 'À noter : Grand Poitiers confirme que la SALC est organisée aussi sur son territoire.' },
  },
  {
    ...{ by: 'agesilas', on: 'participation à la Semaine' },
    what: { kind: 'insert', text: 'Un projet semblable est en cours pour CAP Nord Martinique.' },
    decision: { accept: true },
  },
  {
    ...{ by: 'thebaud', on: 'jumelée avec une ville du Nicaragua' },
    what: { kind: 'replace', words: 'dans ce pays', instead: 'au Nicaragua : les villes de Fougères et de Bouguenais' },
  },
  {
    ...{ by: 'marsac', on: 'après la crise socio-politique' },
    what: { kind: 'comment' },
    comment: 'La rencontre d’Amsterdam date-t-elle bien de 2018 ? À vérifier avant d’approuver.',
  },
  {
    ...{ by: 'belhadj', on: 'le Brésil devrait pouvoir' },
    what: { kind: 'insert', text: 'La Ville de Nanterre propose d’accueillir la première réunion du groupe-pays Brésil.' },
    decision: { accept: false, reason: 'Non dit en séance, inscrit à l’ordre du jour de la prochaine réunion.' },
  },
  {
    ...{ by: 'fauconnet', on: null },
    what: { kind: 'identity', function: 'Conseiller municipal délégué aux jumelages' },
  },
  {
    ...{ by: 'quintero', on: 'coopère avec le Salvador depuis longtemps' },
    what: { kind: 'delete' },
    comment: 'Déjà dit au début de mon intervention.',
  },
  {
    ...{ by: 'bonetti', on: 'étudiants de Medellín' },
    what: { kind: 'replace', words: 'au printemps', instead: 'en mai' },
  },
  {
    ...{ by: 'delorme', on: 'une feuille de route sera proposée' },
    what: { kind: 'comment' },
    comment: 'Sera-t-elle envoyée avant la réunion ?',
    decision: { accept: true, answer: 'Oui, une semaine avant.' },
  },
];

/** What an organiser put right in the notes after these proposals were made: one beside what is proposed, one in its very words. */
export const CHANGED_SINCE: readonly { on: string; words: string; instead: string }[] = [
  { on: 'jumelée avec une ville du Nicaragua', words: 'Aujourd’hui', instead: 'Depuis 2019' },
  { on: 'étudiants de Medellín', words: 'au printemps', instead: 'à l’automne' },
];
