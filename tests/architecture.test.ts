import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// The rules of the house. A failure names the file, the rule and the way out; there is no allow-list to add to.

const files = globSync(
  ['app/**/*.{ts,tsx}', 'server/**/*.{ts,mjs}', 'db/**/*.ts', 'emails/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx,mjs}', '*.ts'],
  {
    exclude: ['app/messages/compiled/**'],
  },
).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));

interface Import {
  file: string;
  /** Erased when compiled: a screen may name the shape of what a read gives. */
  typeOnly: boolean;
  /** Path from the root of the project, or the name of a package. */
  target: string;
  names: string;
}

const imports: Import[] = files.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:import|export)\s([^'";]*?)from\s+'([^']+)'|import\('([^']+)'\)|import '([^']+)'/g)].map((match) => ({
    file,
    names: match[1] ?? '',
    typeOnly: /^type\s/.test(match[1] ?? ''),
    target: resolve(file, match[2] ?? match[3] ?? match[4] ?? ''),
  })),
);

function resolve(file: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1);
  if (!target.startsWith('.')) return target;
  return new URL(target, `file:///${file}`).pathname.slice(1);
}

// loaders and actions live in routes; what several of them share, in a *.server.ts file that no browser ever gets
const isRoute = (file: string) => /\.(route\.tsx?|server\.ts)$/.test(file) || file === 'app/root.tsx' || file.startsWith('app/entry.');
const nounOf = (file: string) => file.split('/')[1] ?? '';

/** What a file may import of the project, by the layer it lives in. */
function mayImport({ file, target, typeOnly }: Import): boolean {
  const layer = target.split('/')[0] ?? '';
  if (!['app', 'server', 'db', 'emails', 'tests'].includes(layer)) return true;
  if (file.startsWith('tests/') || !file.includes('/')) return true;
  if (layer === 'tests') return false;
  const vocabulary = target.startsWith('app/model/') || target.startsWith('app/messages/') || target === 'app/locale.ts';
  if (file.startsWith('app/model/')) return target.startsWith('app/model/');
  if (vocabulary) return true;
  if (file.startsWith('app/ui/')) return target.startsWith('app/ui/') || (isLayout(file) && (layer === 'app' || layer === 'server'));
  if (file.startsWith('app/')) {
    if (layer === 'app') return true;
    const read = /^db\/[\w-]+\/read(-[\w-]+)?\.ts$/.test(target);
    return isRoute(file) ? layer === 'server' || read : typeOnly && (layer === 'server' || read);
  }
  if (file.startsWith('server/')) return layer === 'server' || layer === 'db' || (layer === 'emails' && mayMail(file));
  if (file.startsWith('db/')) return layer === 'db';
  return file.startsWith('emails/') && layer === 'emails';
}

const isLayout = (file: string) => file.startsWith('app/ui/layout/');
const mayMail = (file: string) => file.startsWith('server/outbox/') || /mail/.test(file);

describe('the house', () => {
  test('the rules are read on the whole project', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(500);
  });

  test('dependencies go down only: app → server → db, emails; everyone may read the vocabulary (app/model)', () => {
    const wrong = imports.filter((each) => !mayImport(each));
    expect(
      wrong.map(({ file, target }) => `${file} imports ${target}: move the code to the layer that may, or hand the value down.`),
    ).toEqual([]);
  });

  test('only db/ speaks SQL', () => {
    const wrong = imports.filter(
      ({ file, target }) => /^(kysely|pg)(\/|$)/.test(target) && !file.startsWith('db/') && !file.startsWith('tests/'),
    );
    expect(wrong.map(({ file }) => `${file}: put the query in db/<noun>/read.ts or write.ts.`)).toEqual([]);
  });

  test('only server/outbox opens a connection to a mail server', () => {
    const wrong = imports.filter(
      ({ file, target }) => target === 'nodemailer' && !file.startsWith('server/outbox/') && !file.startsWith('tests/'),
    );
    expect(wrong.map(({ file }) => `${file}: queue a mail with queueMail instead.`)).toEqual([]);
  });

  test('React stays out of the server and the database', () => {
    const wrong = imports.filter(({ file, target }) => /^react(-dom)?(\/|$)/.test(target) && /^(server|db)\//.test(file));
    expect(wrong.map(({ file }) => `${file}: render in app/ or emails/.`)).toEqual([]);
  });

  test('only a gate mints a scope, and only a gate asks the database what a gate asks', () => {
    const gate = (file: string) => /^server\/[\w-]+\/access\.ts$/.test(file) || file.startsWith('tests/');
    const mints = imports.filter(({ file, target, names }) => target === 'app/model/scope.ts' && /\bmint\b/.test(names) && !gate(file));
    const asks = imports.filter(({ file, target }) => /^db\/[\w-]+\/access\.ts$/.test(target) && !gate(file));
    expect([...mints, ...asks].map(({ file, target }) => `${file} imports ${target}: call the gate of that noun.`)).toEqual([]);
  });

  test('screens never write: db/*/write is for verbs', () => {
    const wrong = imports.filter(({ file, target }) => /^db\/.*write/.test(target) && file.startsWith('app/'));
    expect(wrong.map(({ file, target }) => `${file} imports ${target}: call a verb of server/.`)).toEqual([]);
  });

  test('links and redirects keep the language of the page', () => {
    const wrong = imports.filter(
      ({ file, target, names }) =>
        target === 'react-router' && /\b(Link|NavLink)\b/.test(names) && !file.startsWith('app/ui/') && file.startsWith('app/'),
    );
    expect(wrong.map(({ file }) => `${file}: use <A> of app/ui/link.tsx.`)).toEqual([]);
    const bare = files.filter(({ file, text }) => file.startsWith('app/') && /\bredirect\(\s*['"`]\//.test(text));
    expect(bare.map(({ file }) => `${file}: redirect(localePath('/…')).`)).toEqual([]);
  });

  test('only server/env.ts reads the settings', () => {
    const wrong = files.filter(
      ({ file, text }) => /^(app|server|db|emails)\//.test(file) && /process\.env\b/.test(text) && !ENV_READERS.includes(file),
    );
    expect(wrong.map(({ file }) => `${file}: take it from services.env.`)).toEqual([]);
  });

  test('files stay small, and are named for what they do', () => {
    const long = files.filter(({ file, text }) => text.split('\n').length > 301 && file !== 'db/schema.ts' && !file.startsWith('db/demo/'));
    expect(long.map(({ file, text }) => `${file} has ${text.split('\n').length} lines: split it by what it is about.`)).toEqual([]);
    const vague = files.filter(({ file }) => /(^|\/)(utils?|helpers?|common|managers?|misc)(\.|\/)/.test(file));
    expect(vague.map(({ file }) => `${file}: name it after what it holds.`)).toEqual([]);
    const shouting = files.filter(({ file }) => !/^[a-z0-9$._/-]+$/.test(file));
    expect(shouting.map(({ file }) => `${file}: kebab-case.`)).toEqual([]);
  });

  test('no escape from the type system, no note to self, no skipped promise', () => {
    const wrong = files.filter(
      ({ file, text }) =>
        file !== 'tests/architecture.test.ts' &&
        /@ts-(ignore|nocheck)|\bas any\b|: any\b|\b(TODO|FIXME|XXX)\b(?!X|')|\b(it|test|describe)\.(skip|only|todo)\b/.test(text),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('the same nouns name the folders in every layer', () => {
    const nouns = new Set(
      globSync('server/*/')
        .concat(globSync('db/*/'))
        .map((folder) => nounOf(folder.replaceAll('\\', '/'))),
    );
    const technical = ['http', 'processes', 'realtime', 'outbox', 'inbox', 'migrations', 'embedded', 'demo', 'audit', 'start'];
    const known = [
      'accounts',
      'groups',
      'meetings',
      'agenda',
      'attendance',
      'notes',
      'facilitation',
      'live-polls',
      'minutes',
      'reviews',
      'complements',
      'follow-ups',
      'imports',
      'mailing-lists',
      'calendar',
      'series',
      'date-polls',
      'outside-events',
      'reminders',
      'mail-preferences',
      'programme',
      'own-programme',
      'registrations',
      'speakers',
      'check-ins',
      'rapporteurs',
      'volumes',
      'figures',
      'directory',
      'home',
    ];
    expect([...nouns].filter((noun) => !technical.includes(noun) && !known.includes(noun))).toEqual([]);
  });
});

/** The entry re-executes itself with the environment it was given; the launcher passes it on to PostgreSQL. */
const ENV_READERS = [
  'server/env.ts',
  'server/index.ts',
  'server/start.mjs',
  'db/embedded/start-postgres.ts',
  'server/http/request-listener.ts',
];
