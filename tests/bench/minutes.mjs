// What publishing minutes takes: all formats of some 6 pages and of some 200, in processor's time (which other work on the
// machine does not change), as ratios to one bare page. The sources run as they are: Node takes the types away.
import { bareCompile, publishAll } from './minutes/measure.ts';
import { volumeOf } from './minutes/volume.ts';

const short = volumeOf(18);
const long = volumeOf(785);
await bareCompile(); // the first one reads everything from the disk
const bare = Math.min(await bareCompile(), await bareCompile());
const [six, twoHundred] = [await publishAll(short), await publishAll(long)];
const table = [six, twoHundred].map(({ pages, cpu, own, memory, formats }) => ({
  pages,
  'all formats (s)': (cpu / 1000).toFixed(2),
  'pdf (s)': (formats.pdf.cpu / 1000).toFixed(2),
  'docx (s)': (formats.docx.cpu / 1000).toFixed(2),
  'odt (s)': (formats.odt.cpu / 1000).toFixed(2),
  'server itself (s)': (own / 1000).toFixed(2),
  'peak memory (MB)': Math.round(memory / 1024),
  'to a bare page': (cpu / bare).toFixed(1),
}));
console.table(table);
console.log(
  `bare page: ${(bare / 1000).toFixed(2)} s; ${(twoHundred.pages / six.pages).toFixed(0)} times the pages take ${(twoHundred.cpu / six.cpu).toFixed(1)} times as long`,
);
