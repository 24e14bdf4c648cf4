import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CROWD_SEED, crowdOf } from '#db/demo/edition-2023/crowd.ts';
import { ROOMS } from '#db/demo/edition-2023/session.ts';
import { SESSIONS } from '#db/demo/edition-2023.ts';
import { PEOPLE } from '#db/demo/network.ts';
import { realNamesIn } from './real-names.ts';

const headings = (script: string) => [...script.matchAll(/^# (.+)$/gm)].map(([, title]) => title);

describe('the RAICT of 2023 in the demo', () => {
  test('is the plenary and fourteen sessions, in the hours and rooms of two days', () => {
    expect(SESSIONS).toHaveLength(15);
    const byHour = Map.groupBy(SESSIONS, ({ start }) => start);
    expect([...byHour].map(([hour, sessions]) => [hour, sessions.length])).toEqual([
      ['2023-09-18T10:30', 1],
      ['2023-09-18T14:30', 3],
      ['2023-09-18T16:30', 4],
      ['2023-09-19T11:30', 4],
      ['2023-09-19T14:30', 3],
    ]);
    for (const sessions of byHour.values()) expect(new Set(sessions.map(({ room }) => room)).size).toBe(sessions.length);
    expect(new Set(SESSIONS.map(({ room }) => room))).toEqual(new Set(Object.keys(ROOMS)));
  });

  test.each(SESSIONS)('$slug: a summary, people with a part, and minutes under the headings of its points', (session) => {
    expect(session.summary.length).toBeGreaterThan(80);
    expect(headings(session.script)).toEqual(session.sections.map(({ title }) => title));
    expect(session.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(session.minutes);
    expect(session.script).toContain('!! ');
    const cast = [...(session.chairs ?? []), ...session.facilitators, ...session.speakers];
    const said = [...session.script.matchAll(/^@(\w+)$/gm)].map(([, key]) => key);
    expect(said.filter((key) => !cast.some((one) => one === key))).toEqual([]);
  });

  test('names its sections as the volume does', () => {
    const sections = SESSIONS.flatMap(({ sections: own }) => own.map(({ title }) => title));
    expect(sections).toContain('I. Première table ronde : regards depuis la zone Antilles-Guyane');
    expect(sections.filter((title) => title.startsWith('I. '))).toHaveLength(4);
    expect(sections.filter((title) => title.startsWith('III. '))).toHaveLength(2);
  });

  test(`draws the same crowd each time (seed ${CROWD_SEED}): some 200 people of more than 100 organisations`, () => {
    const crowd = crowdOf();
    expect(crowdOf()).toEqual(crowd);
    expect(crowdOf(1)).not.toEqual(crowd);
    expect(crowd.filter(({ key }) => key === null)).toHaveLength(120);
    expect(new Set(crowd.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).size).toBe(crowd.length);
    expect(new Set(crowd.map(({ organisation: [name] }) => name)).size).toBeGreaterThan(100);
    const stayed = crowd.filter(({ days }) => days.length === 0).length;
    expect(stayed).toBeGreaterThan(8);
    expect(stayed).toBeLessThan(30);
  });

  test('names nobody of the papers that it tells', async () => {
    const files = await readdir('db/demo', { recursive: true, withFileTypes: true });
    const texts = files.filter((file) => file.isFile()).map((file) => readFile(`${file.parentPath}/${file.name}`, 'utf8'));
    expect(texts.length).toBeGreaterThan(40);
    expect(realNamesIn((await Promise.all(texts)).join('\n'))).toEqual([]);
    const names = [
      ...Object.values(PEOPLE).map(({ given, family }) => `${given} ${family}`),
      ...crowdOf().map((one) => `${one.givenName} ${one.familyName}`),
    ];
    expect(realNamesIn(names.join(' ; '))).toEqual([]);
  });

  test('and would see a name of that list, however it is written', () => {
    expect(realNamesIn('Mme Zéphirin D’AUBÉPINARD, maire')).toEqual(['zephirin d aubepinard', 'aubepinard']);
  });
});
