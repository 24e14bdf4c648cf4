import economy from './08-developpement-economique.txt?raw';
import energy from './09-energie.txt?raw';
import women from './10-droits-des-femmes.txt?raw';
import education from './11-education-citoyennete.txt?raw';
import type { DemoSession } from './session.ts';

/** What ran on Tuesday at 11:30. */
export const TUESDAY_EARLY: readonly DemoSession[] = [
  {
    ...{ slug: 'developpement-economique', start: '2023-09-19T11:30', minutes: 90, room: 'Salle 1', track: 'Groupes thématiques' },
    ...{ themes: ['economie'], languages: ['fr'], rapporteur: 'larroque', script: economy },
    title: '« L’action internationale au service du développement économique et de l’attractivité de nos territoires »',
    summary:
      'L’action internationale des collectivités territoriales françaises s’incarne autour de différentes thématiques, dont celle du développement économique. Les processus de globalisation, avec les interdépendances de toutes natures qu’ils génèrent, obligent en effet à mutualiser la recherche de solutions locales à des problématiques globales. Le contexte récent, marqué par la crise sanitaire et le conflit en Ukraine, dont les répercussions économiques sont immenses, la rend encore plus nécessaire : comment la coopération internationale d’une collectivité peut-elle encourager le développement économique ici et là-bas ?',
    ...{ facilitators: [], speakers: ['courtadon', 'combelaure', 'marsac', 'chastanel', 'sandovine', 'kowalczine'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['courtadon', 'chastanel', 'sandovine'] }],
  },
  {
    ...{ slug: 'energie', start: '2023-09-19T11:30', minutes: 90, room: 'Salle 2', track: 'Groupes thématiques' },
    ...{ themes: ['energie', 'climat'], countries: ['MG', 'SN'], languages: ['fr'], rapporteur: 'bonetti', script: energy },
    title: '« Accès à l’énergie et gouvernance locale : nouvelles opportunités pour développer les services essentiels »',
    summary:
      'Depuis 2006, la loi permet aux collectivités locales et aux syndicats d’électricité et de gaz d’affecter jusqu’à 1 % de leurs ressources du secteur de l’énergie à des projets de coopération internationale dans ce domaine. Ces projets se développent, ce qui confirme la volonté des collectivités de mobiliser leurs savoir-faire et leurs compétences pour les partager avec leurs partenaires étrangers. Cette conférence apporte des clefs de compréhension et présente le cadre d’intervention et les outils disponibles.',
    ...{ facilitators: [], speakers: ['vermandel', 'leGuillermic', 'forestelle', 'montarel', 'tessandier'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['leGuillermic', 'vermandel', 'tessandier'] }],
  },
  {
    ...{ slug: 'droits-des-femmes', start: '2023-09-19T11:30', minutes: 90, room: 'Salle 3', track: 'Groupes thématiques' },
    ...{ themes: ['egalite'], languages: ['fr'], rapporteur: 'robledo', script: women },
    title:
      'Réunion du groupe thématique « Les collectivités territoriales face aux reculs et avancées des droits des femmes dans le monde »',
    summary:
      'Les avancées dans le domaine des droits des femmes s’accompagnent de régressions dans le monde. C’est pourquoi il est crucial que des « coalitions internationales » pour le droit des femmes se forment, tant entre États qu’entre collectivités territoriales.',
    ...{ chairs: ['moncorge'], facilitators: ['adjaho', 'lavernhac'], speakers: ['bergmullan', 'rosenkier', 'lobjoie'] },
    sections: [
      { title: 'Introduction', minutes: 15, kind: 'opening', presenters: ['adjaho', 'lavernhac'] },
      { title: 'I. Point de vue du ministère (MEAE)', minutes: 25, presenters: ['bergmullan'] },
      { title: 'II. Analyse de l’Institut du genre en géopolitique', minutes: 25, presenters: ['rosenkier'] },
      { title: 'III. Expérience des collectivités locales', minutes: 25, presenters: ['lobjoie', 'moncorge'] },
    ],
  },
  {
    ...{ slug: 'education-citoyennete', start: '2023-09-19T11:30', minutes: 90, room: 'Salle 4', track: 'Groupes thématiques' },
    ...{ themes: ['participation-citoyenne'], languages: ['fr'], rapporteur: 'vialat', script: education },
    title: 'Éducation à la citoyenneté et à la solidarité internationale : mobilisation et innovations des collectivités territoriales',
    summary:
      'L’éducation à la citoyenneté et à la solidarité internationale (ECSI) se pose comme un réel enjeu pour les collectivités territoriales françaises dans leurs actions, tant à l’international qu’au niveau local. Parfois sans la nommer, la dimension ECSI est pourtant de plus en plus prégnante dans les projets de coopération décentralisée, car elle permet de faire le lien entre la mobilisation citoyenne des habitants du territoire et les défis globaux qui touchent ici et là-bas.',
    ...{ facilitators: [], speakers: ['kerzhoat', 'tavernel', 'garancher', 'montbozon', 'belghanem', 'polignan'] },
    sections: [{ title: 'Interventions', minutes: 90, presenters: ['montbozon', 'polignan', 'belghanem', 'garancher'] }],
  },
];
