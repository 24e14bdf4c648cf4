import { compareVersions } from '#server/minutes/compare-versions.ts';

// How long two versions of 2,000 statements take to be compared, in what really happens to minutes and in the worst that can.
// The ratio to reading both versions once (their JSON) compares across machines; the promise is 100 ms.

const BLOCKS = 2000;
const SECTIONS = 20;
const ROUNDS = 7;
const WORDS =
  'la ville de Nanterre coopère avec Morón depuis 2012 sur le climat et la gestion de l’eau ; une prochaine réunion pourrait inviter deux réseaux de pays différents pour connaître leurs attentes'.split(
    ' ',
  );

function sentence(index, salt = 0) {
  const length = 12 + (index % 25);
  return `${Array.from({ length }, (_, at) => WORDS[(index * 7 + at * (3 + ((index + salt) % 5))) % WORDS.length]).join(' ')} ${index}.`;
}

function minutes(change = (block) => [block]) {
  const blocks = Array.from({ length: BLOCKS }, (_, index) => ({
    ...{ type: 'paragraph', id: `b${index}`, kind: 'text', inline: [{ text: sentence(index) }] },
    ...{ speakerId: null, assigneeId: null, assignee: '', due: null },
  })).map((block, index) => change(block, index));
  const sections = Array.from({ length: SECTIONS }, (_, at) => ({
    ...{ anchor: `s${at}`, title: `Point ${at + 1}` },
    entries: blocks
      .slice((at * BLOCKS) / SECTIONS, ((at + 1) * BLOCKS) / SECTIONS)
      .flat()
      .map((block) => ({ type: 'block', anchor: `b-${block.id}`, attribution: 'name', block })),
  }));
  return {
    ...{
      format: 2,
      edition: 'public',
      language: 'fr',
      agenda: [],
      highlights: [],
      synthesis: [],
      decisions: [],
      actions: [],
      nextSteps: [],
    },
    ...{ annex: { present: [], excused: [] }, complements: [], notes: [], sections },
    meeting: {
      ...{ slug: 'x', title: 'Assises', kind: 'group_meeting', group: { slug: 'g', name: 'DALC' }, edtf: '2022-06-20', place: '' },
      ...{ timeZone: 'Europe/Paris', chairs: [], facilitators: [] },
    },
  };
}

const reworded = (block, text) => [{ ...block, inline: [{ text }] }];
const CASES = {
  'nothing changed': minutes(),
  '40 statements reworded, 20 added, 20 taken out': minutes((block, index) => {
    if (index % 50 === 3) return reworded(block, `${sentence(index)} Et encore ceci.`);
    if (index % 100 === 7) return [block, { ...block, id: `n${index}` }];
    return index % 100 === 11 ? [] : [block];
  }),
  'every section the other way round': { ...minutes(), sections: minutes().sections.toReversed() },
  'every id another, one word in ten statements': minutes((block, index) => [
    { ...block, id: `x${index}`, inline: [{ text: index % 10 === 0 ? sentence(index).replace('ville', 'commune') : sentence(index) }] },
  ]),
  'every statement reworded': minutes((block, index) =>
    reworded(
      block,
      sentence(index)
        .replace('de', 'du')
        .replace(/(\d+)\.$/, 'n° $1.'),
    ),
  ),
  'another text altogether': minutes((block, index) => [{ ...block, id: `y${index}`, inline: [{ text: sentence(index + 5000, 2) }] }]),
};

const before = CASES['nothing changed'];
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
function measure(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.cpuUsage();
    work();
    times.push(process.cpuUsage(began).user / 1000);
  }
  return median(times);
}

const text = JSON.stringify(before);
const reading = measure(() => [JSON.parse(text), JSON.parse(text)]);
console.log(`reading both: ${reading.toFixed(1)} ms of the processor`);
for (const [name, after] of Object.entries(CASES)) {
  const spent = measure(() => compareVersions(before, after));
  console.log(`${name}: ${spent.toFixed(1)} ms, ${(spent / reading).toFixed(1)} × reading`);
}
