// What binding a volume takes: fifteen sessions of some six pages each in all formats, in processor's time and on the clock,
// as ratios to the same fifteen as files of their own. The goal: the volume within 5 seconds.
import { volumeOf } from './minutes/volume.ts';
import { renderAlone, renderBound } from './volumes/measure.ts';

const sessions = Array.from({ length: 15 }, () => volumeOf(18));
await renderBound(sessions.slice(0, 1)); // the first one reads everything from the disk
const [bound, alone] = [await renderBound(sessions), await renderAlone(sessions[0], sessions.length)];
console.table(
  Object.fromEntries(
    Object.entries(bound.formats).map(([format, { cpu, wall, pages }]) => [
      format,
      {
        pages: pages ?? '',
        'processor (s)': (cpu / 1000).toFixed(2),
        'clock (s)': (wall / 1000).toFixed(2),
        'to 15 alone': (cpu / alone[format]).toFixed(2),
      },
    ]),
  ),
);
const all = Object.values(bound.formats).reduce((sum, { wall }) => sum + wall, 0);
console.log(`all formats: ${(all / 1000).toFixed(2)} s on the clock, goal 5 s; server itself ${(bound.own / 1000).toFixed(2)} s`);
