import { m } from '#app/messages/compiled/messages.js';
import type { EditionFigures, Told } from '#app/model/figures.ts';
import type { Cell, Sheet } from '#server/registrations/export/sheet.ts';
import { toldWords } from './figure-table.tsx';
import { kindLabel, originLabel } from './labels.ts';

/** All figures in one table, a line each: what it is counted by, of which group, and the numbers; too few people are words. */
export function figuresSheet(figures: EditionFigures, name: string): Sheet {
  const { kinds, origins, sessions, themes, years } = figures;
  return {
    name,
    columns: [
      { title: m.figures_counted_by(), width: 26 },
      { title: m.figures_group(), width: 60 },
      { title: m.figures_came() },
      { title: m.figures_registered() },
      { title: m.figures_sessions() },
    ],
    rows: [
      [m.figures_sheet_totals(), m.figures_came_all(), told(figures.came), null, null],
      [m.figures_sheet_totals(), m.figures_organisations(), told(figures.organisations), null, null],
      [m.figures_sheet_totals(), m.figures_registered_all(), null, told(figures.registered), null],
      ...(figures.exact
        ? [
            [m.figures_sheet_totals(), m.figures_missed(), null, told(figures.missed), null],
            [m.figures_sheet_totals(), m.figures_walk_ins(), told(figures.walkIns), null, null],
          ]
        : []),
      ...kinds.map(({ key, people }) => [m.figures_kind(), kindLabel(key), people, null, null]),
      ...origins.map(({ key, people }) => [m.figures_origin(), originLabel(key), people, null, null]),
      ...sessions.map(({ title, came, registered }) => [m.figures_session(), title, told(came), told(registered), null]),
      ...themes.map(({ name: theme, came, sessions: of }) => [m.figures_theme(), theme, told(came), null, of]),
      ...years.map(({ name: edition, came, registered }) => [m.figures_edition(), edition, told(came), told(registered), null]),
    ],
  };
}

const told = (value: Told): Cell => (value === null ? toldWords(null) : value);
