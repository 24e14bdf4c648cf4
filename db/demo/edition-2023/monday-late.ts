import latinAmerica from './04-amerique-latine.txt?raw';
import mediterranean from './05-mediterranee.txt?raw';
import palestine from './06-palestine.txt?raw';
import japan from './07-japon.txt?raw';
import type { DemoSession } from './session.ts';

/** What ran on Monday at 16:30. */
export const MONDAY_LATE: readonly DemoSession[] = [
  {
    ...{ slug: 'amerique-latine', start: '2023-09-18T16:30', minutes: 90, room: 'Salle 1', track: 'Réunions régionales' },
    ...{ themes: ['gouvernance', 'climat'], countries: ['AR', 'CO', 'CU'], languages: ['fr', 'es'], rapporteur: 'robledo' },
    script: latinAmerica,
    title: 'Réunion de la Dynamique Amérique latine et Caraïbes',
    summary:
      'L’Amérique du Sud est un territoire vaste et divers, qui constitue un véritable laboratoire des politiques publiques et des coopérations décentralisées.',
    ...{ facilitators: ['etcheverry'], speakers: ['etxeberria', 'luna', 'acosta', 'ferrer', 'rojas', 'fauconnet'] },
    sections: [
      { title: 'Ouverture', minutes: 15, kind: 'opening', presenters: ['etcheverry'] },
      { title: 'Regards de partenaires', minutes: 60, presenters: ['etxeberria', 'luna', 'acosta', 'ferrer', 'rojas', 'fauconnet'] },
      { title: 'Conclusion', minutes: 15, kind: 'conclusion' },
    ],
  },
  {
    ...{ slug: 'mediterranee', start: '2023-09-18T16:30', minutes: 90, room: 'Salle 2', track: 'Réunions régionales' },
    ...{ themes: ['climat'], countries: ['MA', 'TN', 'LB'], languages: ['fr'], rapporteur: 'bonetti', script: mediterranean },
    title:
      'Réunion régionale : « Les enjeux climatiques en Méditerranée : quels enjeux et pistes de travail pour les collectivités françaises engagées dans cette zone ? »',
    summary:
      'Dans une partie du monde relativement proche et plutôt bien connue des collectivités territoriales, comment la coopération décentralisée peut-elle se renouveler et rester utile ? Cette réunion explore l’état de l’art des nouveaux projets qui passent notamment par les thèmes de durabilité.',
    ...{ facilitators: [], speakers: ['ollivetti', 'garrigouste', 'solignargues', 'trabelmi'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['ollivetti', 'garrigouste', 'solignargues', 'trabelmi'] }],
  },
  {
    ...{ slug: 'palestine', start: '2023-09-18T16:30', minutes: 90, room: 'Salle 3', track: 'Groupes-pays' },
    ...{ themes: ['gouvernance'], countries: ['PS'], languages: ['fr'], rapporteur: 'pons', script: palestine },
    title: 'Réunion du groupe-pays Palestine',
    summary:
      'Bien que l’horizon d’une solution politique à deux États semble aujourd’hui difficilement atteignable, la coopération décentralisée apparaît comme un levier indispensable pour accompagner le développement et la démocratisation des territoires palestiniens.',
    ...{ facilitators: ['guelou'], speakers: ['khouriane', 'castelnault', 'lepoutrel'] },
    sections: [
      { title: 'Introduction', minutes: 15, kind: 'opening', presenters: ['guelou'] },
      { title: 'I. Intervention d’un diplomate palestinien', minutes: 30, presenters: ['khouriane'] },
      { title: 'II. Analyse académique par le président de l’iReMMO', minutes: 45, presenters: ['castelnault'] },
    ],
  },
  {
    ...{ slug: 'japon', start: '2023-09-18T16:30', minutes: 90, room: 'Salle 4', track: 'Groupes-pays' },
    ...{ themes: ['economie'], countries: ['JP'], languages: ['fr', 'ja'], rapporteur: 'saintHubert', script: japan },
    title: 'Réunion du groupe-pays Japon',
    summary:
      'La réunion du groupe-pays était l’occasion de faire le point sur l’état d’avancement des coopérations décentralisées entre la France et le Japon, et de préparer les Rencontres franco-japonaises du 18 au 21 novembre 2024.',
    ...{ chairs: ['rezkallan'], facilitators: [], speakers: ['hayashimori', 'shimatani'] },
    sections: [
      { title: 'Ouverture', minutes: 15, kind: 'opening', presenters: ['rezkallan'] },
      { title: 'Présentation de la ville hôte : Shizuoka', minutes: 55, kind: 'information', presenters: ['hayashimori'] },
      { title: 'Thématiques des ateliers', minutes: 20, kind: 'conclusion', presenters: ['rezkallan'] },
    ],
  },
];
