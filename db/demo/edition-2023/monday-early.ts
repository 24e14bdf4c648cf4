import plenary from './00-pleniere.txt?raw';
import africa from './01-afrique.txt?raw';
import israel from './02-israel.txt?raw';
import overseas from './03-outre-mer.txt?raw';
import type { DemoSession } from './session.ts';

/** Monday: the plenary, then what ran at 14:30. */
export const MONDAY_EARLY: readonly DemoSession[] = [
  {
    ...{ slug: 'pleniere', start: '2023-09-18T10:30', minutes: 120, room: 'Auditorium', track: 'Plénière' },
    ...{ themes: ['gouvernance'], languages: ['fr', 'en', 'es'], rapporteur: 'robledo', script: plenary },
    title: 'Conférence plénière : quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux ?',
    summary:
      'Les représentants des collectivités territoriales mettent en avant leurs initiatives en lien avec la thématique des Rencontres : eau, transport, environnement, jumelages, diplomatie des territoires.',
    chairs: ['coudrier', 'courtadon'],
    ...{ facilitators: [], speakers: ['reynaud', 'vanhecke', 'bellandi', 'montalban', 'delorme', 'kerdoncuff', 'diallo'] },
    sections: [
      { title: 'Ouverture', minutes: 15, kind: 'opening', presenters: ['coudrier', 'courtadon'] },
      { title: 'Initiatives des collectivités territoriales', minutes: 75, presenters: ['reynaud', 'vanhecke', 'bellandi', 'delorme'] },
      { title: 'Échanges', minutes: 30, kind: 'conclusion' },
    ],
  },
  {
    ...{ slug: 'afrique', start: '2023-09-18T14:30', minutes: 90, room: 'Salle 1', track: 'Réunions régionales' },
    ...{ themes: ['gouvernance'], countries: ['SN', 'NE', 'ML'], languages: ['fr'], rapporteur: 'vialat', script: africa },
    title:
      'Réunion régionale Afrique : « La coopération décentralisée à l’épreuve du sentiment anti-français en Afrique subsaharienne : réalités, perceptions, témoignages »',
    summary:
      'L’Afrique est aujourd’hui un continent pris entre instabilité politique, lutte d’influence entre les puissances et difficultés de développement. Alors que le « sentiment » anti-français semble prédominer dans certaines régions, comment continuer à développer les coopérations décentralisées et conforter la place de la France dans cette partie du monde ?',
    ...{ facilitators: [], speakers: ['kanoumbe', 'medeville', 'sagnane', 'barrabes', 'fougeray', 'boucounde'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['kanoumbe', 'medeville', 'sagnane', 'fougeray', 'barrabes'] }],
  },
  {
    ...{ slug: 'israel', start: '2023-09-18T14:30', minutes: 90, room: 'Salle 2', track: 'Groupes-pays' },
    ...{ themes: ['gouvernance'], countries: ['IL'], languages: ['fr'], rapporteur: 'lavernhac', script: israel },
    title: 'Réunion de groupe-pays Israël',
    summary:
      'Les assises de la coopération décentralisée France-Israël devraient être organisées en 2024. Cette réunion du groupe-pays France-Israël s’est concentrée sur l’organisation de ces assises, ainsi que sur le contexte politique national et régional. Elle est intervenue avant l’attaque du 7 octobre 2023 sur le territoire israélien.',
    ...{ facilitators: [], speakers: ['oualidi', 'roncevaux', 'sharabani'] },
    sections: [
      { title: 'Interventions', minutes: 60, presenters: ['oualidi', 'sharabani'] },
      { title: 'Prochaines assises', minutes: 30, kind: 'conclusion', presenters: ['roncevaux'] },
    ],
  },
  {
    ...{ slug: 'outre-mer', start: '2023-09-18T14:30', minutes: 90, room: 'Salle 3', track: 'Réunions régionales' },
    ...{ themes: ['outre-mer'], countries: ['MQ', 'RE', 'YT'], languages: ['fr'], rapporteur: 'robledo', script: overseas },
    title: 'Réunion Outre-mer',
    summary:
      'Le contexte international accorde un rôle géostratégique croissant aux collectivités territoriales d’Outre-mer. Malgré un risque de redondance et de tensions, l’État et les collectivités territoriales reconnaissent la nécessité de coordonner leurs actions extérieures respectives dans un cadre juridique renforcé, à la fois aux échelles internationale, européenne et française.',
    ...{ facilitators: ['jaubertin'], speakers: ['dorvaletz', 'maurice', 'calixte', 'ravenot', 'madjidi', 'techerin'] },
    sections: [
      {
        ...{ title: 'I. Première table ronde : regards depuis la zone Antilles-Guyane', minutes: 45 },
        presenters: ['dorvaletz', 'maurice', 'calixte', 'ravenot'],
      },
      { title: 'II. Seconde table ronde : l’océan Indien', minutes: 35, presenters: ['madjidi', 'techerin'] },
      { title: 'Conclusion', minutes: 10, kind: 'conclusion' },
    ],
  },
];
