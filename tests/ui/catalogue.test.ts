import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const LANGUAGES = ['fr', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

interface Message {
  key: string;
  noun: string;
  /** One text, or one a form. */
  texts: string[];
}

/** The catalogue of a language as it is on disk. */
function catalogue(language: Language): Message[] {
  return globSync(`app/messages/${language}/*.json`).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>).map(([key, value]) => ({
      ...{ key, noun: path.basename(file, '.json') },
      texts:
        typeof value === 'string' ? [value] : (value as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match)),
    })),
  );
}

const messages = { fr: catalogue('fr'), en: catalogue('en') };
const faults = (language: Language, wrong: (text: string) => boolean) =>
  messages[language].flatMap(({ key, texts }) => texts.filter(wrong).map((text) => `${key}: ${text}`));

// Times and addresses are no punctuation: '16:30', 'https://', 'data:', and selectors of a variable stay as they are.
const withoutCode = (text: string) => text.replace(/https?:\/\/\S*|mailto:\S*|\d:\d|\{[^}]*\}/g, 'x');

describe('the catalogue', () => {
  test('has the same messages in every language, under the name of their file', () => {
    const keys = (language: Language) => messages[language].map(({ key }) => key).sort();
    expect(keys('en')).toEqual(keys('fr'));
    const misplaced = messages.fr.filter(({ key, noun }) => !key.startsWith(`${noun.replaceAll('-', '_')}_`)).map(({ key }) => key);
    expect(misplaced).toEqual([]);
  });

  test('is wholly listed in the settings of its compiler', () => {
    const settings = readFileSync('project.inlang/settings.json', 'utf8');
    const files = globSync('app/messages/fr/*.json').map((file) => `./app/messages/{locale}/${path.basename(file)}`);
    expect(files.filter((file) => !settings.includes(`"${file}"`))).toEqual([]);
  });

  test('asks for the same values in every language', () => {
    const values = ({ texts }: Message) => [...new Set(texts.join(' ').match(/\{\w+\}/g))].sort().join(' ');
    const inEnglish = new Map(messages.en.map((message) => [message.key, values(message)]));
    expect(messages.fr.filter((message) => inEnglish.get(message.key) !== values(message)).map(({ key }) => key)).toEqual([]);
  });

  test('leaves no message empty', () => {
    for (const language of LANGUAGES) expect(faults(language, (text) => text.trim() === '')).toEqual([]);
  });

  test('has no message that no code says', () => {
    const code = globSync(['app/**/*.{ts,tsx}', 'server/**/*.ts', 'emails/**/*.{ts,tsx}'], { exclude: ['app/messages/compiled/**'] })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const said = new Set(code.match(/\b[a-z]+_[a-z0-9_]+\b/g));
    expect(messages.fr.filter(({ key }) => !said.has(key)).map(({ key }) => key)).toEqual([]);
  });
});

describe('French typography', () => {
  test('writes true apostrophes, never straight ones', () => {
    for (const language of LANGUAGES) expect(faults(language, (text) => /\p{L}'\p{L}|"\p{L}|\p{L}"/u.test(text))).toEqual([]);
  });

  test('puts a narrow no-break space before ; ! and ?', () => {
    // a semicolon without a space after it separates the cells of an example
    expect(faults('fr', (text) => /[^\u202F;!?](;(?=\s)|[!?])/.test(withoutCode(text)))).toEqual([]);
  });

  test('puts a no-break space before a colon', () => {
    expect(faults('fr', (text) => /[^\u00A0]:/.test(withoutCode(text)))).toEqual([]);
  });

  test('puts no-break spaces inside guillemets', () => {
    expect(faults('fr', (text) => /«[^\u00A0]|[^\u00A0]»|«$|^»/.test(text))).toEqual([]);
  });

  test('keeps an hour together: « 16 h 30 » without a space that could break', () => {
    expect(faults('fr', (text) => /\d (h|min)\b|\bh \d|n° \d/.test(text))).toEqual([]);
  });

  test('writes three points as one character', () => {
    for (const language of LANGUAGES) expect(faults(language, (text) => text.includes('...'))).toEqual([]);
  });
});
