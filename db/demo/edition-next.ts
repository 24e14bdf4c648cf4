import type { Question } from '#app/model/registrations.ts';
import type { THEMES } from './groups.ts';
import type { DemoPersonKey } from './network.ts';

interface NextSession {
  title: string;
  summary: string;
  themes: readonly (keyof typeof THEMES)[];
  countries?: readonly string[];
  languages?: readonly string[];
  capacity?: number;
  track: string;
  /** Where it stands: the day (0, 1) and the hour at which it begins. Without it, it waits for a place. */
  at?: readonly [day: 0 | 1, startsAt: string, room: string];
  facilitators?: readonly DemoPersonKey[];
  speakers?: readonly DemoPersonKey[];
  rapporteur?: DemoPersonKey;
}

export const NEXT_ROOMS = [
  { name: 'Auditorium', capacity: 400 },
  { name: 'Salle 1', capacity: 90 },
  { name: 'Salle 2', capacity: 60 },
  { name: 'Salle 3', capacity: 12 },
] as const;

export const NEXT_TRACKS = ['Plénière', 'Groupes-pays et régions', 'Ateliers'] as const;

const HOURS = [
  { day: 0, kind: 'break', label: 'Accueil des participants', startsAt: '09:30', endsAt: '10:30' },
  { day: 0, kind: 'plenary', label: '', startsAt: '10:30', endsAt: '12:30' },
  { day: 0, kind: 'break', label: 'Déjeuner', startsAt: '12:30', endsAt: '14:30' },
  { day: 0, kind: 'sessions', label: '', startsAt: '14:30', endsAt: '16:00' },
  { day: 0, kind: 'break', label: 'Pause', startsAt: '16:00', endsAt: '16:30' },
  { day: 0, kind: 'sessions', label: '', startsAt: '16:30', endsAt: '18:00' },
  { day: 1, kind: 'sessions', label: '', startsAt: '09:30', endsAt: '11:00' },
  { day: 1, kind: 'break', label: 'Pause', startsAt: '11:00', endsAt: '11:30' },
  { day: 1, kind: 'sessions', label: '', startsAt: '11:30', endsAt: '13:00', toConfirm: true },
  { day: 1, kind: 'break', label: 'Déjeuner', startsAt: '13:00', endsAt: '14:30' },
  { day: 1, kind: 'sessions', label: '', startsAt: '14:30', endsAt: '16:00', toConfirm: true },
] as const;

/** What the first published programme holds. */
export const NEXT_SESSIONS: readonly NextSession[] = [
  {
    ...{ title: 'Conférence plénière : les territoires, premiers acteurs des transitions', track: 'Plénière', themes: ['gouvernance'] },
    summary: 'Ce que les partenariats entre collectivités changent à l’action publique, ici et là-bas.',
    ...{
      at: [0, '10:30', 'Auditorium'],
      languages: ['fr', 'en', 'es'],
      facilitators: ['marsac'],
      speakers: ['courtadon', 'vanhecke', 'delorme'],
    },
    rapporteur: 'robledo',
  },
  {
    ...{
      title: 'Réunion de la Dynamique Amérique latine et Caraïbes',
      track: 'Groupes-pays et régions',
      themes: ['gouvernance', 'climat'],
    },
    summary: 'La feuille de route, les rencontres thématiques de l’année et le répertoire des partenariats.',
    ...{ at: [0, '14:30', 'Salle 1'], countries: ['AR', 'CO', 'MX'], languages: ['fr', 'es'] },
    ...{ facilitators: ['etcheverry'], speakers: ['belhadj', 'acosta'], rapporteur: 'quintero' },
  },
  {
    ...{ title: 'Réunion du groupe-pays Haïti', track: 'Groupes-pays et régions', themes: ['sante'], countries: ['HT'], languages: ['fr'] },
    summary: 'Poursuivre les coopérations malgré la crise : ce qui tient, ce qui se réinvente.',
    ...{ at: [0, '14:30', 'Salle 2'], facilitators: ['saintHubert'], speakers: ['agesilas'] },
  },
  {
    ...{ title: 'Eau et adaptation : ce que les territoires apprennent les uns des autres', track: 'Ateliers', themes: ['climat'] },
    summary: 'Gouvernance de l’eau, assainissement, sécheresses et inondations : des expériences croisées.',
    ...{
      at: [0, '16:30', 'Salle 1'],
      languages: ['fr', 'en'],
      facilitators: ['bonetti'],
      speakers: ['fauconnet', 'tessandier'],
      rapporteur: 'castaing',
    },
  },
  {
    ...{ title: 'Jeunesses et citoyenneté mondiale', track: 'Ateliers', themes: ['participation-citoyenne'], languages: ['fr'] },
    summary: 'Des jumelages scolaires aux conseils de jeunes : comment associer la nouvelle génération.',
    ...{ at: [0, '16:30', 'Salle 2'], facilitators: ['vialat'], speakers: ['kerzhoat', 'quintero'] },
  },
  {
    ...{
      title: 'Réunion Outre-mer',
      track: 'Groupes-pays et régions',
      themes: ['outre-mer'],
      countries: ['MQ', 'RE', 'YT'],
      languages: ['fr'],
    },
    summary: 'Coordonner l’action extérieure des collectivités d’Outre-mer et celle de l’État.',
    ...{ at: [1, '09:30', 'Salle 1'], facilitators: ['jaubertin'], speakers: ['maurice', 'calixte'] },
  },
  {
    ...{ title: 'Atelier : écrire une convention de coopération', track: 'Ateliers', themes: ['gouvernance'], languages: ['fr'] },
    summary: 'Douze places : chacun vient avec son projet de convention et repart avec un texte relu.',
    ...{ at: [1, '09:30', 'Salle 3'], capacity: 12, facilitators: ['pons'], speakers: ['larroque'] },
  },
  {
    ...{ title: 'Égalité femmes-hommes : des budgets aux projets', track: 'Ateliers', themes: ['egalite'], languages: ['fr'] },
    summary: 'Mesurer l’effet des coopérations sur l’égalité, et le financer.',
    ...{ at: [1, '11:30', 'Salle 1'], facilitators: ['adjaho'], speakers: ['ribeyre'] },
  },
];

/** What came after it, in the draft alone: one in a room that is taken, with somebody who speaks elsewhere at that hour. */
export const DRAFT_SESSIONS: readonly NextSession[] = [
  {
    ...{ title: 'Réunion du groupe-pays Argentine', track: 'Groupes-pays et régions', themes: ['climat'], countries: ['AR'] },
    summary: 'Les suites des rencontres franco-argentines.',
    ...{ at: [0, '16:30', 'Salle 1'], languages: ['fr', 'es'], facilitators: ['fauconnet'], speakers: ['acosta'] },
  },
  {
    ...{ title: 'Numérique et services publics locaux', track: 'Ateliers', themes: ['economie'] },
    summary: 'Des services partagés entre collectivités partenaires : état civil, eau, transports.',
    speakers: ['larroque'],
  },
];

/** The session that is full, and how many ask for it. */
export const FULL_SESSION = { title: 'Atelier : écrire une convention de coopération', asked: 15 } as const;
export const REGISTERED = 48;

export const QUESTIONS: readonly Omit<Question, 'id'>[] = [
  {
    ...{ kind: 'one_of', label: 'Votre repas', hint: 'Servi le midi des deux jours.', required: false },
    options: ['Sans préférence', 'Végétarien', 'Sans gluten'],
  },
  {
    ...{ kind: 'one_of', label: 'Langue d’interprétation', hint: 'Dans les sessions qui en ont une.', required: false },
    options: ['Aucune', 'Anglais', 'Espagnol'],
  },
  {
    kind: 'short_text',
    label: 'Un besoin d’accessibilité ?',
    hint: 'Boucle magnétique, place pour un fauteuil…',
    required: false,
    options: [],
  },
];

/** Headings that all its sessions have. */
export const HEADINGS = [
  { title: 'Ouverture', kind: 'opening', durationMinutes: 10, summary: '' },
  { title: 'Interventions', kind: 'discussion', durationMinutes: 50, summary: 'Un tour par intervenant, dans l’ordre où ils parlent.' },
  { title: 'Échanges', kind: 'discussion', durationMinutes: 20, summary: '' },
  { title: 'À retenir', kind: 'conclusion', durationMinutes: 10, summary: 'Trois idées au plus.' },
] as const;

export interface NextEdition {
  name: string;
  summary: string;
  place: string;
  startsOn: string;
  endsOn: string;
  slots: { kind: 'break' | 'plenary' | 'sessions'; label: string; day: string; startsAt: string; endsAt: string; toConfirm?: boolean }[];
  opensOn: string;
  closesOn: string;
}

/** The next edition as seen on `today`: on a Monday and a Tuesday some eleven weeks ahead, its registrations open. */
export function nextEdition(today: Temporal.PlainDate): NextEdition {
  const ahead = today.add({ days: 77 });
  const monday = ahead.add({ days: (8 - ahead.dayOfWeek) % 7 });
  const days = [monday.toString(), monday.add({ days: 1 }).toString()] as const;
  return {
    name: `RAICT ${monday.year}`,
    summary:
      'Rencontres de l’action internationale des collectivités territoriales : « Coopérer dans un monde qui se referme ». Le programme se précise, les inscriptions sont ouvertes.',
    place: 'Paris',
    ...{ startsOn: days[0], endsOn: days[1] },
    slots: HOURS.map(({ day, ...hour }) => ({ ...hour, day: days[day] })),
    opensOn: today.subtract({ days: 12 }).toString(),
    closesOn: monday.subtract({ days: 7 }).toString(),
  };
}
