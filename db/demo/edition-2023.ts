import type { DemoPersonKey } from './network.ts';

/** The fourteenth RAICT, 18 and 19 September 2023: titles, slots and summaries are those of its printed volume. */
export const EDITION = {
  slug: 'raict-2023',
  name: 'RAICT 2023',
  summary:
    'Rencontres de l’action internationale des collectivités territoriales, 14e édition : « Quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux ? »',
  place: 'Paris',
  timeZone: 'Europe/Paris',
  startsOn: '2023-09-18',
  endsOn: '2023-09-19',
} as const;

export interface DemoSession {
  slug: string;
  title: string;
  /** Local start, Paris; every session lasts an hour and a half but the plenary. */
  start: string;
  minutes: number;
  room: string;
  summary: string;
  themes: readonly string[];
  countries?: readonly string[];
  facilitators: readonly DemoPersonKey[];
  speakers: readonly DemoPersonKey[];
}

const MONDAY_EARLY = '2023-09-18T14:30';
const MONDAY_LATE = '2023-09-18T16:30';
const TUESDAY_EARLY = '2023-09-19T11:30';
const TUESDAY_LATE = '2023-09-19T14:30';

export const SESSIONS: readonly DemoSession[] = [
  {
    ...{ slug: 'pleniere', start: '2023-09-18T10:30', minutes: 120, room: 'Auditorium', themes: ['gouvernance'] },
    title: 'Conférence plénière : quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux ?',
    summary:
      'Les représentants des collectivités territoriales mettent en avant leurs initiatives en lien avec la thématique des Rencontres : eau, transport, environnement, jumelages, diplomatie des territoires.',
    ...{ facilitators: ['marsac'], speakers: ['reynaud', 'vanhecke', 'delorme', 'kerdoncuff', 'diallo', 'etxeberria'] },
  },
  {
    ...{ slug: 'afrique', start: MONDAY_EARLY, minutes: 90, room: 'Salle 1', themes: ['gouvernance'], countries: ['SN', 'NE', 'ML'] },
    title:
      'Réunion régionale Afrique : « La coopération décentralisée à l’épreuve du sentiment anti-français en Afrique subsaharienne : réalités, perceptions, témoignages »',
    summary:
      'L’Afrique est aujourd’hui un continent pris entre instabilité politique, lutte d’influence entre les puissances et difficultés de développement. Comment continuer à développer les coopérations décentralisées et conforter la place de la France dans cette partie du monde ?',
    ...{ facilitators: ['pons'], speakers: ['delorme'] },
  },
  {
    ...{ slug: 'israel', start: MONDAY_EARLY, minutes: 90, room: 'Salle 2', themes: ['gouvernance'], countries: ['IL'] },
    title: 'Réunion de groupe-pays Israël',
    summary:
      'Les assises de la coopération décentralisée France-Israël devraient être organisées en 2024. Cette réunion du groupe-pays s’est concentrée sur leur organisation, ainsi que sur le contexte politique national et régional.',
    ...{ facilitators: ['pons'], speakers: [] },
  },
  {
    ...{ slug: 'outre-mer', start: MONDAY_EARLY, minutes: 90, room: 'Salle 3', themes: ['outre-mer'], countries: ['MQ', 'RE', 'YT'] },
    title: 'Réunion Outre-mer',
    summary:
      'Le contexte international accorde un rôle géostratégique croissant aux collectivités territoriales d’Outre-mer. L’État et les collectivités reconnaissent la nécessité de coordonner leurs actions extérieures dans un cadre juridique renforcé.',
    ...{ facilitators: ['robledo'], speakers: ['maurice', 'calixte', 'agesilas'] },
  },
  {
    ...{
      slug: 'amerique-latine',
      start: MONDAY_LATE,
      minutes: 90,
      room: 'Salle 1',
      themes: ['gouvernance', 'climat'],
      countries: ['AR', 'CO', 'CU'],
    },
    title: 'Réunion de la Dynamique Amérique latine et Caraïbes',
    summary:
      'L’Amérique du Sud est un territoire vaste et divers, qui constitue un véritable laboratoire des politiques publiques et des coopérations décentralisées.',
    ...{ facilitators: ['etcheverry'], speakers: ['etxeberria', 'luna', 'acosta', 'ferrer', 'rojas', 'fauconnet'] },
  },
  {
    ...{ slug: 'mediterranee', start: MONDAY_LATE, minutes: 90, room: 'Salle 2', themes: ['climat'], countries: ['MA', 'TN', 'LB'] },
    title:
      'Réunion régionale : « Les enjeux climatiques en Méditerranée : quels enjeux et pistes de travail pour les collectivités françaises engagées dans cette zone ? »',
    summary:
      'Dans une partie du monde relativement proche et plutôt bien connue des collectivités territoriales, comment la coopération décentralisée peut-elle se renouveler et rester utile ? Cette réunion explore l’état de l’art des nouveaux projets, notamment autour de la durabilité.',
    ...{ facilitators: ['bonetti'], speakers: ['delorme'] },
  },
  {
    ...{ slug: 'palestine', start: MONDAY_LATE, minutes: 90, room: 'Salle 3', themes: ['gouvernance'], countries: ['PS'] },
    title: 'Réunion du groupe-pays Palestine',
    summary:
      'Bien que l’horizon d’une solution politique à deux États semble aujourd’hui difficilement atteignable, la coopération décentralisée apparaît comme un levier indispensable pour accompagner le développement et la démocratisation des territoires palestiniens.',
    ...{ facilitators: ['pons'], speakers: ['vanhecke'] },
  },
  {
    ...{ slug: 'japon', start: MONDAY_LATE, minutes: 90, room: 'Salle 4', themes: ['economie'], countries: ['JP'] },
    title: 'Réunion du groupe-pays Japon',
    summary:
      'La réunion du groupe-pays était l’occasion de faire le point sur l’état d’avancement des coopérations décentralisées entre la France et le Japon, et de préparer les Rencontres franco-japonaises du 18 au 21 novembre 2024.',
    ...{ facilitators: ['pons'], speakers: [] },
  },
  {
    ...{ slug: 'developpement-economique', start: TUESDAY_EARLY, minutes: 90, room: 'Salle 1', themes: ['economie'] },
    title: '« L’action internationale au service du développement économique et de l’attractivité de nos territoires »',
    summary:
      'Comment la coopération internationale d’une collectivité peut-elle encourager le développement économique ici et là-bas ? Les processus de globalisation obligent à mutualiser la recherche de solutions locales à des problématiques globales.',
    ...{ facilitators: ['marsac'], speakers: ['reynaud', 'larroque'] },
  },
  {
    ...{ slug: 'energie', start: TUESDAY_EARLY, minutes: 90, room: 'Salle 2', themes: ['energie', 'climat'] },
    title: '« Accès à l’énergie et gouvernance locale : nouvelles opportunités pour développer les services essentiels »',
    summary: '',
    ...{ facilitators: ['pons'], speakers: ['ferrand'] },
  },
  {
    ...{ slug: 'droits-des-femmes', start: TUESDAY_EARLY, minutes: 90, room: 'Salle 3', themes: ['egalite'] },
    title:
      'Réunion du groupe thématique « Les collectivités territoriales face aux reculs et avancées des droits des femmes dans le monde »',
    summary:
      'Les avancées dans le domaine des droits des femmes s’accompagnent de régressions dans le monde. Il est crucial que des « coalitions internationales » pour le droit des femmes se forment, tant entre États qu’entre collectivités territoriales.',
    ...{ facilitators: ['robledo'], speakers: ['vanhecke', 'ribeyre'] },
  },
  {
    ...{ slug: 'education-citoyennete', start: TUESDAY_EARLY, minutes: 90, room: 'Salle 4', themes: ['participation-citoyenne'] },
    title: 'Éducation à la citoyenneté et à la solidarité internationale : mobilisation et innovations des collectivités territoriales',
    summary:
      'L’éducation à la citoyenneté et à la solidarité internationale est un réel enjeu pour les collectivités territoriales : elle fait le lien entre la mobilisation citoyenne des habitants et les défis globaux qui touchent ici et là-bas.',
    ...{ facilitators: ['vialat'], speakers: ['quintero'] },
  },
  {
    ...{ slug: 'changements-climatiques', start: TUESDAY_LATE, minutes: 90, room: 'Salle 1', themes: ['climat'] },
    title:
      '« Quels défis et réponses de la coopération décentralisée face à la crise des changements climatiques dans les pays les plus vulnérables ? »',
    summary:
      'À un mois de la COP28, la Mission transversale Climat propose d’échanger sur les enjeux des pertes et dommages causés par l’aggravation du changement climatique.',
    ...{ facilitators: ['robledo'], speakers: ['castaing', 'diallo'] },
  },
  {
    ...{ slug: 'sport', start: TUESDAY_LATE, minutes: 90, room: 'Salle 2', themes: ['sport'] },
    title: 'À vos marques, prêt, partez ! Sport et coopération décentralisée, à la veille des Jeux Olympiques et Paralympiques 2024',
    summary:
      'Alors que de nombreuses villes se préparent à accueillir les Jeux, cette réunion thématique est l’occasion de se pencher sur le sport au service du rayonnement des territoires.',
    ...{ facilitators: ['saintHubert'], speakers: ['belhadj'] },
  },
  {
    ...{ slug: 'odd', start: TUESDAY_LATE, minutes: 90, room: 'Salle 3', themes: ['gouvernance'] },
    title: 'Les ODD : quel référentiel pour les coopérations décentralisées ?',
    summary:
      'Les objectifs de développement durable (ODD) constituent un « langage commun » dans les partenariats internationaux entre les collectivités territoriales.',
    ...{ facilitators: ['pons'], speakers: ['lacombe'] },
  },
];
