import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { DemoPersonKey } from '../network.ts';

/** Of each session, the part of its minutes that has a title of its own. */
export interface DemoSection {
  title: string;
  minutes: number;
  kind?: AgendaItemKind;
  presenters?: readonly DemoPersonKey[];
}

export interface DemoSession {
  slug: string;
  title: string;
  /** Local start, Paris. */
  start: string;
  minutes: number;
  room: keyof typeof ROOMS;
  track: (typeof TRACKS)[number];
  summary: string;
  themes: readonly string[];
  countries?: readonly string[];
  languages?: readonly string[];
  chairs?: readonly DemoPersonKey[];
  facilitators: readonly DemoPersonKey[];
  speakers: readonly DemoPersonKey[];
  rapporteur: DemoPersonKey;
  sections: readonly DemoSection[];
  /** What was noted, in the form of script.ts. */
  script: string;
}

/** Rooms and the places they hold, in the order of the programme's columns. */
export const ROOMS = { Auditorium: 500, 'Salle 1': 120, 'Salle 2': 90, 'Salle 3': 80, 'Salle 4': 60 } as const;

export const TRACKS = ['Plénière', 'Réunions régionales', 'Groupes-pays', 'Groupes thématiques'] as const;

/** The hours of the two days, breaks among them. */
export const SLOTS = [
  { kind: 'break', label: 'Accueil des participants', day: '2023-09-18', startsAt: '09:30', endsAt: '10:30' },
  { kind: 'plenary', label: '', day: '2023-09-18', startsAt: '10:30', endsAt: '12:30' },
  { kind: 'break', label: 'Déjeuner', day: '2023-09-18', startsAt: '12:30', endsAt: '14:30' },
  { kind: 'sessions', label: '', day: '2023-09-18', startsAt: '14:30', endsAt: '16:00' },
  { kind: 'break', label: 'Pause', day: '2023-09-18', startsAt: '16:00', endsAt: '16:30' },
  { kind: 'sessions', label: '', day: '2023-09-18', startsAt: '16:30', endsAt: '18:00' },
  { kind: 'break', label: 'Accueil café', day: '2023-09-19', startsAt: '10:30', endsAt: '11:30' },
  { kind: 'sessions', label: '', day: '2023-09-19', startsAt: '11:30', endsAt: '13:00' },
  { kind: 'break', label: 'Déjeuner', day: '2023-09-19', startsAt: '13:00', endsAt: '14:30' },
  { kind: 'sessions', label: '', day: '2023-09-19', startsAt: '14:30', endsAt: '16:00' },
] as const;
