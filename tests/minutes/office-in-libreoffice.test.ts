import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { composeBrainstorming } from './brainstorming.ts';
import { hostileMinutes } from './hostile-minutes.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { rendered } from './rendered.ts';

const { content } = composeBrainstorming();
const isHere = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice makes of a file: its own PDF of it. Throws when it does not open it. */
async function opened(minutes: MinutesContent, format: 'docx' | 'odt') {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-office-'));
  try {
    writeFileSync(path.join(folder, `minutes.${format}`), (await rendered(minutes, format)).bytes);
    // a profile of its own: two that share one wait for each other
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, `minutes.${format}`)];
    execFileSync('soffice', convert, { stdio: 'pipe', timeout: 100_000 });
    return await inspectPdf(readFileSync(path.join(folder, 'minutes.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// parsers prove the same everywhere (office-formats.test.ts); here a word processor does, where there is one
describe.runIf(isHere)('LibreOffice', () => {
  test.each(['docx', 'odt'] as const)('opens the minutes as %s, and says all of them', { timeout: 120_000 }, async (format) => {
    const pdf = await opened(content, format);
    const words = pdf.text.replace(/\s+/g, ' ');
    expect(pdf.title).toBe(content.meeting.title);
    for (const { name } of content.annex.present.flatMap((group) => group.people)) expect(words).toContain(name);
    for (const { number } of [...content.decisions, ...content.actions]) expect(words).toContain(number);
    expect(words).toMatch(/page 2 sur \d/);
  });

  test.each(['docx', 'odt'] as const)('opens as %s what is hostile in title, names and lists', { timeout: 240_000 }, async (format) => {
    const hostile = hostileMinutes(content);
    const sections = ['deep lists', 'a table of 40 columns and 60 rows', 'emoji'].flatMap((name) => hostile[name]?.sections ?? []);
    const all = { ...content, ...hostile['all of it in the title, the group, the place and the names'], sections };
    expect((await opened(all, format)).pages).toBeGreaterThan(0);
  });
});
