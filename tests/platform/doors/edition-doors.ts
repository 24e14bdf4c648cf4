import { CHECK_INS_DOORS } from './check-ins-doors.ts';
import type { DoorOf } from './doors.ts';
import { FIGURES_DOORS } from './figures-doors.ts';
import { OWN_PROGRAMME_DOORS } from './own-programme-doors.ts';
import { PREPARE_DOORS } from './prepare-doors.ts';
import { REGISTRATIONS_DOORS } from './registrations-doors.ts';
import { VOLUMES_DOORS } from './volumes-doors.ts';

/** The addresses of an edition, each noun's in a file of its own. */
export const EDITION_DOORS: DoorOf[] = [
  { pattern: '/editions', open: true },
  { pattern: '/editions/:edition' },
  { pattern: '/editions/:edition/programme' },
  ...PREPARE_DOORS,
  ...REGISTRATIONS_DOORS,
  ...OWN_PROGRAMME_DOORS,
  ...FIGURES_DOORS,
  ...CHECK_INS_DOORS,
  ...VOLUMES_DOORS,
];
