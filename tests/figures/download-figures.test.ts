import { beforeAll, describe, expect, test } from 'vitest';
import { loader } from '#app/figures/download-figures.route.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { buildEdition2023, type Edition2023 } from '#tests/support/edition-2023.ts';
import { useServices } from '#tests/support/services.ts';

describe('the figures of the edition of 2023 as files', () => {
  const database = useDatabase();
  const services = useServices(database);
  let edition: Edition2023;

  beforeAll(async () => {
    services.clock.set('2023-10-01T08:00:00Z');
    edition = await buildEdition2023(services, { minutes: 'none', programme: true });
  });

  const download = async (viewer: Viewer | null, format: string) => {
    const request = new Request(`https://tertulia.example/editions/raict-2023/figures/${format}`);
    const args = { request, params: { edition: 'raict-2023', format }, context: contextOf(services, viewer) };
    return loader(args as unknown as Parameters<typeof loader>[0]).catch((thrown: { init: { status: number } }) => thrown.init.status);
  };
  const csv = async (viewer: Viewer | null) => {
    const answer = await download(viewer, 'csv');
    if (!(answer instanceof Response)) throw new Error(`${answer}`);
    return (await answer.text()).replace('\uFEFF', '').trim().split('\r\n');
  };

  test('say what the page says: to the public nothing of few people, to organisers everything', async () => {
    const [open, own] = [await csv(null), await csv(edition.organiser)];
    expect(open[0]).toBe('Compté par;Groupe;Présences;Inscriptions;Sessions');
    expect(open.filter((line) => line.startsWith('Session;'))).toHaveLength(15);
    expect(own.length).toBeGreaterThan(open.length);
    expect(open.some((line) => /;[1-4];/.test(line.replace(/;\d*$/, ';')))).toBe(false);
    // the parts are the whole, whoever reads
    for (const lines of [open, own]) {
      const sumOf = (head: string) =>
        lines.filter((line) => line.startsWith(head)).reduce((sum, line) => sum + Number(/;(\d+);;$/.exec(line)?.[1] ?? 0), 0);
      expect(sumOf('Nature;')).toBe(sumOf('Ensemble;Personnes venues;'));
      expect(sumOf('Provenance;')).toBe(sumOf('Nature;'));
    }
  });

  test.each([
    ['xlsx', 'PK'],
    ['ods', 'PK'],
  ])('come as %s too, without a name of anybody', async (format, magic) => {
    const answer = await download(null, format);
    if (!(answer instanceof Response)) throw new Error(`${answer}`);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="figures-raict-2023.${format}"`);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe(magic);
  });

  test('are not there in another format, nor to the public before the end', async () => {
    expect(await download(null, 'exe')).toBe(404);
    services.clock.set('2023-09-19T08:00:00Z');
    expect(await download(null, 'csv')).toBe(404);
    expect(await download(edition.organiser, 'csv')).toBeInstanceOf(Response);
  });
});
