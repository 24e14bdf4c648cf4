import climate from './12-changements-climatiques.txt?raw';
import sport from './13-sport.txt?raw';
import goals from './14-odd.txt?raw';
import type { DemoSession } from './session.ts';

/** What ran on Tuesday at 14:30. */
export const TUESDAY_LATE: readonly DemoSession[] = [
  {
    ...{ slug: 'changements-climatiques', start: '2023-09-19T14:30', minutes: 90, room: 'Salle 1', track: 'Groupes thématiques' },
    ...{ themes: ['climat'], languages: ['fr', 'en'], rapporteur: 'castaing', script: climate },
    title:
      '« Quels défis et réponses de la coopération décentralisée face à la crise des changements climatiques dans les pays les plus vulnérables ? »',
    summary:
      'À un mois de la COP28, la Mission transversale Climat de Cités Unies France propose d’échanger sur les enjeux des pertes et dommages causés par l’aggravation du changement climatique. Les discussions ont notamment porté sur les interactions nécessaires entre gouvernances locale et mondiale de l’eau : qu’il y en ait trop, de moins en moins ou pas assez, l’accès à l’eau et sa gestion sont au cœur des préoccupations de nombreux territoires.',
    ...{ facilitators: ['valombreux'], speakers: ['kolbeckan', 'courbevoix', 'paganessi', 'corbeyrac'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['valombreux', 'kolbeckan', 'courbevoix', 'paganessi', 'corbeyrac'] }],
  },
  {
    ...{ slug: 'sport', start: '2023-09-19T14:30', minutes: 90, room: 'Salle 2', track: 'Groupes thématiques' },
    ...{ themes: ['sport'], countries: ['PS', 'BF', 'CU'], languages: ['fr'], rapporteur: 'saintHubert', script: sport },
    title: 'À vos marques, prêt, partez ! Sport et coopération décentralisée, à la veille des Jeux Olympiques et Paralympiques 2024',
    summary:
      'Alors que la Ville de Paris et de nombreuses autres villes du territoire se préparent à accueillir les Jeux Olympiques et Paralympiques 2024, cette réunion thématique est l’occasion de se pencher sur la thématique « sport et coopération décentralisée » : le sport au service du rayonnement des territoires.',
    ...{ facilitators: [], speakers: ['lespinier', 'tounsadi', 'saindine', 'pencalec', 'mirlicourt'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['lespinier', 'tounsadi', 'mirlicourt'] }],
  },
  {
    ...{ slug: 'odd', start: '2023-09-19T14:30', minutes: 90, room: 'Salle 3', track: 'Groupes thématiques' },
    ...{ themes: ['gouvernance'], countries: ['CM', 'BF'], languages: ['fr'], rapporteur: 'lacombe', script: goals },
    title: 'Les ODD : quel référentiel pour les coopérations décentralisées ?',
    summary:
      'Les objectifs de développement durable (ODD) constituent un « langage commun » dans les partenariats internationaux entre les collectivités territoriales.',
    ...{ facilitators: ['marsac'], speakers: ['poncharal', 'wintzenberg', 'mansouret', 'roquefere'] },
    sections: [
      { title: 'Introduction', minutes: 10, kind: 'opening', presenters: ['marsac'] },
      { title: 'I. État des lieux', minutes: 30, presenters: ['poncharal'] },
      { title: 'II. Expérience des collectivités territoriales', minutes: 30, presenters: ['wintzenberg', 'roquefere'] },
      { title: 'III. Apports du CFSI', minutes: 20, presenters: ['mansouret'] },
    ],
  },
];
