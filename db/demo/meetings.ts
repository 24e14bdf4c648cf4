import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { MeetingKind } from '#app/model/meetings.ts';
import { editionMeetings } from './edition-2023/meetings.ts';
import { meetingFollowedUp } from './followed-up.ts';
import { meetingInReview } from './in-review.ts';
import mexico from './minutes/2014-03-26-mexique.txt?raw';
import brainstorming from './minutes/2020-11-30-brainstorming.txt?raw';
import type { DemoPersonKey } from './network.ts';

export interface DemoMeeting {
  slug: string;
  group: string;
  edition?: string;
  title: string;
  kind: MeetingKind;
  /** See app/model/when.ts. */
  edtf: string;
  zone?: string;
  summary?: string;
  place?: { name: string; address?: string; access?: string };
  online?: string;
  themes: readonly string[];
  countries?: readonly string[];
  /** Spoken or interpreted: ISO 639-1. */
  languages?: readonly string[];
  cancelled?: string;
  agenda: readonly { title: string; minutes: number; kind?: AgendaItemKind; summary?: string; presenters?: readonly DemoPersonKey[] }[];
  attendees: readonly DemoAttendee[];
  /** What was noted, in the form of script.ts; sections go to the agenda items of the same title. */
  script?: string;
  /** Instant at which the minutes came out. */
  publishedAt?: string;
}

export interface DemoAttendee {
  person: DemoPersonKey;
  roles?: readonly AttendanceRole[];
  answer: Answer;
  substitute?: { name: string; function: string };
  checkedIn?: boolean;
}

const here = (answer: Answer, ...people: DemoPersonKey[]): DemoAttendee[] => people.map((person) => ({ person, answer, checkedIn: true }));
const said = (answer: Answer, ...people: DemoPersonKey[]): DemoAttendee[] => people.map((person) => ({ person, answer }));
const lead = (person: DemoPersonKey, answer: Answer, checkedIn = true): DemoAttendee => ({
  person,
  roles: ['facilitator'],
  answer,
  checkedIn,
});

const SALC = ['AR', 'CO', 'MX', 'HT', 'BR'] as const;

/** Meetings that were: their dates never move. */
const PAST: readonly DemoMeeting[] = [
  {
    ...{
      slug: '2011-02-10-cooperer-avec-l-amerique-latine',
      group: 'dalc',
      kind: 'thematic',
      edtf: '2011-02-10T10:00/2011-02-10T16:30',
      themes: ['gouvernance'],
    },
    title: 'Coopérer avec l’Amérique latine : journée des collectivités d’Aquitaine',
    summary:
      'Une étude d’ouverture, des échanges, des éléments de réflexion : une journée pour les collectivités qui coopèrent, ou voudraient coopérer.',
    place: { name: 'Hôtel de Région', address: 'Bordeaux' },
    agenda: [
      { title: 'Étude d’ouverture', minutes: 90, kind: 'information' },
      { title: 'Échanges', minutes: 180, presenters: ['larroque'] },
      { title: 'Éléments de réflexion', minutes: 90, kind: 'conclusion' },
    ],
    attendees: [lead('larroque', 'in_person'), ...here('in_person', 'vasseur', 'etcheverry')],
  },
  {
    ...{
      slug: '2014-03-26-groupe-pays-mexique',
      group: 'mexique',
      kind: 'group_meeting',
      edtf: '2014-03-26T14:30/2014-03-26T16:00',
      countries: ['MX'],
      themes: ['gouvernance'],
    },
    title: 'Réunion du groupe-pays Mexique',
    place: { name: 'Cités Unies France', address: '9 rue Christiani, 75018 Paris', access: 'Métro 2 ou 4, Barbès-Rochechouart.' },
    agenda: [
      { title: 'Introduction', minutes: 10, kind: 'opening', presenters: ['vasseur'] },
      { title: 'Connaissance et mutualisation de l’information', minutes: 20, presenters: ['pons'] },
      { title: 'Une offre territoriale commune', minutes: 20 },
      { title: 'Un événement phare', minutes: 20, presenters: ['vasseur'] },
      { title: 'Conclusion', minutes: 20, kind: 'conclusion' },
    ],
    attendees: [lead('vasseur', 'in_person'), ...here('in_person', 'guerin', 'petitjean', 'charton', 'tran', 'pons', 'herrera')],
    script: mexico,
    publishedAt: '2014-04-14T09:00:00Z',
  },
  {
    ...{
      slug: '2020-11-30-brainstorming-amerique-latine',
      group: 'dalc',
      kind: 'group_meeting',
      edtf: '2020-11-30T15:00/2020-11-30T16:00',
      countries: SALC,
    },
    title: 'Réunion Brainstorming Amérique latine',
    themes: ['climat', 'participation-citoyenne', 'gouvernance'],
    place: { name: 'Visioconférence Zoom' },
    agenda: [
      { title: 'Échanges', minutes: 45, presenters: ['marsac', 'robledo'] },
      { title: 'Synthèse', minutes: 10, kind: 'conclusion', presenters: ['marsac'] },
      { title: 'Conclusion', minutes: 5, kind: 'conclusion', presenters: ['marsac'] },
    ],
    attendees: [
      ...[lead('marsac', 'remote'), lead('robledo', 'remote')],
      ...here(
        'remote',
        'fauconnet',
        'agesilas',
        'belhadj',
        'delorme',
        'ribeyre',
        'etcheverry',
        'quintero',
        'castaing',
        'lacombe',
        'thebaud',
        'ferrand',
        'roussel',
        'bonetti',
      ),
    ],
    script: brainstorming,
    publishedAt: '2020-12-18T10:30:00Z',
  },
  {
    ...{
      slug: '2021-10-19-journee-de-lancement',
      group: 'dalc',
      kind: 'thematic',
      edtf: '2021-10-19',
      countries: SALC,
      themes: ['gouvernance'],
    },
    title: 'Journée de la coopération décentralisée France, Amérique latine et Caraïbes',
    summary: 'Le lancement de la Dynamique et la première rencontre des collectivités participantes.',
    place: { name: 'Hôtel de ville', address: 'Bordeaux' },
    agenda: [],
    attendees: [lead('etcheverry', 'in_person'), ...here('in_person', 'larroque', 'marsac', 'robledo', 'belhadj')],
  },
  {
    ...{
      slug: '2022-06-20-point-amerique-latine',
      group: 'dalc',
      kind: 'session',
      edtf: '2022-06-20T16:30/2022-06-20T18:00',
      countries: ['AR', 'HT'],
      themes: ['gouvernance'],
    },
    title: 'Point Amérique latine, en présence de la DALC et des groupes-pays Argentine et Haïti',
    place: {
      name: 'Cité des Sciences et de l’Industrie',
      address: '30 avenue Corentin-Cariou, 75019 Paris',
      access: 'Métro 7, Porte de la Villette. Entrée accessible en fauteuil.',
    },
    agenda: [
      { title: 'Ouverture', minutes: 5, kind: 'opening', presenters: ['marsac'] },
      {
        title: 'Feuille de route 2022',
        minutes: 15,
        kind: 'information',
        summary: 'Rencontres thématiques du second semestre et calendrier des évènements extérieurs.',
        presenters: ['etcheverry'],
      },
      { title: 'Groupe-pays Argentine', minutes: 20, presenters: ['fauconnet'] },
      { title: 'Groupe-pays Haïti', minutes: 15, presenters: ['saintHubert'] },
      { title: 'Répertoire des partenariats', minutes: 15, kind: 'information', presenters: ['robledo'] },
      { title: 'Prochaines rencontres : climat, santé, participation citoyenne', minutes: 15, presenters: ['larroque', 'kerdoncuff'] },
      { title: 'Synthèse et conclusion', minutes: 5, kind: 'conclusion', presenters: ['marsac'] },
    ],
    attendees: [
      lead('marsac', 'in_person'),
      ...here('in_person', 'etcheverry', 'fauconnet', 'roussel', 'robledo'),
      ...here('remote', 'agesilas', 'castaing'),
    ],
  },
];

/** Meetings to come, as seen on `today`: a demo of last year would be no demo. */
function upcoming(today: Temporal.PlainDate): DemoMeeting[] {
  const monthly = nextThirdTuesday(today.add({ days: 5 }));
  const month = (ahead: number) => monthly.add({ months: ahead }).toPlainYearMonth().toString();
  const lateSpan = monthly.add({ months: 2 }).with({ day: 7 });
  return [
    {
      ...{
        slug: `${monthly}-reunion-mensuelle`,
        group: 'dalc',
        kind: 'group_meeting',
        edtf: `${monthly}T15:00/${monthly}T16:30`,
        countries: ['AR', 'HT', 'CO'],
      },
      title: 'Réunion mensuelle de la Dynamique Amérique latine et Caraïbes',
      summary: 'Le point sur les groupes-pays, le répertoire des partenariats et les prochaines rencontres thématiques.',
      themes: ['climat', 'gouvernance'],
      place: {
        name: 'Cités Unies France',
        address: '9 rue Christiani, 75018 Paris',
        access: 'Métro 2 ou 4, Barbès-Rochechouart. Entrée accessible en fauteuil.',
      },
      online: 'https://zoom.example.org/j/84512345678',
      agenda: [
        { title: 'Ouverture', minutes: 5, kind: 'opening', presenters: ['marsac'] },
        {
          title: 'Feuille de route',
          minutes: 15,
          kind: 'information',
          summary: 'Rencontres thématiques à venir et calendrier des évènements extérieurs.',
          presenters: ['etcheverry'],
        },
        {
          title: 'Groupe-pays Argentine',
          minutes: 20,
          summary: 'Suites des rencontres de Santa Fe : quelles collectivités rejoignent le groupe, sur quels sujets ?',
          presenters: ['fauconnet'],
        },
        { title: 'Groupe-pays Haïti', minutes: 15, presenters: ['saintHubert'] },
        {
          title: 'Répertoire des partenariats',
          minutes: 15,
          kind: 'information',
          summary: 'Statuts (en cours, en sommeil, terminé, à venir), relances et nouvelles fiches.',
          presenters: ['robledo'],
        },
        {
          title: 'Prochaines rencontres : climat, santé, participation citoyenne',
          minutes: 15,
          kind: 'decision',
          summary: 'Tour de table : qui témoigne, qui accueille ?',
          presenters: ['larroque', 'kerdoncuff'],
        },
        { title: 'Synthèse et conclusion', minutes: 5, kind: 'conclusion', presenters: ['marsac'] },
      ],
      attendees: [
        { person: 'marsac', roles: ['chair'], answer: 'in_person' },
        { person: 'robledo', roles: ['facilitator', 'organiser'], answer: 'in_person' },
        ...said('in_person', 'etcheverry', 'fauconnet', 'roussel', 'saintHubert'),
        ...said('remote', 'agesilas', 'castaing', 'lacombe', 'larroque'),
        { person: 'delorme', answer: 'represented', substitute: { name: 'Noé Vialat', function: 'Chargé de projet' } },
        ...said('declined', 'thebaud'),
        ...said('none', 'belhadj', 'ferrand', 'ribeyre', 'bonetti', 'kerdoncuff'),
      ],
    },
    {
      ...{ slug: 'rencontre-climat', group: 'dalc', kind: 'thematic', edtf: month(1), themes: ['climat'], countries: ['EC', 'AR', 'PE'] },
      title: 'Rencontre DALC : climat',
      summary: 'La date se fixe avec les collectivités qui témoignent.',
      agenda: [],
      attendees: [],
    },
    {
      ...{ slug: 'rencontre-participation-citoyenne', group: 'dalc', kind: 'thematic', themes: ['participation-citoyenne', 'egalite'] },
      edtf: `${lateSpan}/${lateSpan.add({ days: 3 })}`,
      title: 'Rencontre participation citoyenne',
      place: { name: 'Grenoble', address: 'Congrès mondial de l’OIDP' },
      agenda: [],
      attendees: [],
    },
    {
      ...{ slug: 'rencontre-sante', group: 'dalc', kind: 'thematic', edtf: `${month(3)}?`, themes: ['sante'], countries: ['EC', 'CO'] },
      title: 'Rencontre DALC : santé',
      agenda: [],
      attendees: [],
    },
    {
      ...{ slug: 'webinaire-salc', group: 'dalc', kind: 'webinar', edtf: 'XXXX', themes: ['gouvernance'], countries: SALC },
      title: 'Webinaire de la Semaine de l’Amérique latine et des Caraïbes',
      summary: 'Informations à venir.',
      agenda: [],
      attendees: [],
    },
    {
      ...{
        slug: `${monthly.add({ days: 9 })}-groupe-pays-haiti`,
        group: 'haiti',
        kind: 'group_meeting',
        countries: ['HT'],
        themes: ['sante'],
      },
      edtf: `${monthly.add({ days: 9 })}T09:00/${monthly.add({ days: 9 })}T10:30`,
      zone: 'America/Port-au-Prince',
      title: 'Réunion du groupe-pays Haïti',
      online: 'https://zoom.example.org/j/509',
      agenda: [{ title: 'Situation des coopérations', minutes: 60 }],
      attendees: [],
    },
    {
      ...{
        slug: `${monthly.add({ days: 2 })}-groupe-pays-argentine`,
        group: 'argentine',
        kind: 'group_meeting',
        countries: ['AR'],
        themes: ['climat'],
      },
      edtf: `${monthly.add({ days: 2 })}T11:00/${monthly.add({ days: 2 })}T12:00`,
      title: 'Réunion du groupe-pays Argentine',
      cancelled: 'Reportée à la suite d’une grève des transports.',
      agenda: [],
      attendees: [],
    },
  ];
}

/** « Every third Tuesday »: the first one on or after `day`. */
function nextThirdTuesday(day: Temporal.PlainDate): Temporal.PlainDate {
  const first = day.with({ day: 1 });
  const third = first.add({ days: ((2 - first.dayOfWeek + 7) % 7) + 14 });
  return Temporal.PlainDate.compare(third, day) >= 0 ? third : nextThirdTuesday(first.add({ months: 1 }));
}

export function demoMeetings(today: Temporal.PlainDate): DemoMeeting[] {
  return [...PAST, ...editionMeetings(), meetingFollowedUp(today), meetingInReview(today), ...upcoming(today)];
}
