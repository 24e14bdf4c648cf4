import type { Page } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Participant } from '#app/notes/participant.ts';
import { useBrowser } from '#tests/support/browser.ts';

const someone = (id: string, name: string): Participant => ({
  ...{ id, personId: id, name, function: '', organisation: '' },
  ...{ present: 'in_person', checkedIn: true },
});
const PARTICIPANTS = [
  someone('a1', 'Alain Fauconnet'),
  someone('a2', 'Bénédicte Roussel'),
  someone('a3', 'Hélène Marsac'),
  someone('a4', 'Paul Marsac'),
];

/** As Word 365 puts it on the clipboard. */
const word = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm} @list l0 {mso-list-id:5} --></style></head><body lang=FR><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const item = (list: number, level: number, bullet: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${text}<o:p></o:p></p>`;
const line = (text: string) => `<p class=MsoNormal>${text}<o:p></o:p></p>`;

describe('Pasted from', () => {
  const { newVisitor } = useBrowser();
  let page: Page;
  beforeAll(async () => {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry: 'tests/notes-client/paste-page.ts', formats: ['iife'], name: 'clipboard' } },
    });
    const output = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
    const script = output.find((file) => file.type === 'chunk');
    if (script?.type !== 'chunk') throw new Error('The page of this test was not built.');
    ({ page } = await newVisitor());
    await page.addScriptTag({ content: script.code });
  });
  const asked = (how: 'pasteHtml' | 'pasteText') => (content: string) =>
    page.evaluate(
      ([name, text, people]) => {
        const { clipboard } = window as unknown as { clipboard: Record<string, (content: string, participants: unknown) => string[]> };
        return clipboard[name]?.(text, people) ?? [];
      },
      [how, content, PARTICIPANTS] as const,
    );
  const html = asked('pasteHtml');
  const text = asked('pasteText');

  test('Word: headings, lists in lists, numbers, a table with its head, and nothing of its styles', async () => {
    const copy = word(
      [
        '<h1>Synthèse<o:p></o:p></h1><h3>Suites</h3>',
        line('Les collectivités <b>s’engagent</b>, <i>chacune</i> <u>pour sa part</u>.'),
        item(0, 1, '·', 'premier point'),
        item(0, 2, 'o', 'détail'),
        item(0, 1, '·', 'second point'),
        item(1, 1, '3.', 'troisième étape'),
        item(1, 1, '4.', 'quatrième étape'),
        line('&nbsp;'),
        `<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Qui</b></p></td><td><p class=MsoNormal><b>Quoi</b></p></td></tr>
         <tr><td><p class=MsoNormal>Chartres</p></td><td><p class=MsoNormal>Santa Fe</p></td></tr></table>`,
      ].join('\n'),
    );
    expect(await html(copy)).toEqual([
      'h3: Synthèse',
      'h4: Suites',
      'text: Les collectivités **s’engagent**, _chacune_ _pour sa part_.',
      ...['bulletList', '  listItem', '    text: premier point', '    bulletList', '      listItem', '        text: détail'],
      ...['  listItem', '    text: second point'],
      ...['orderedList from 3', '  listItem', '    text: troisième étape', '  listItem', '    text: quatrième étape'],
      ...['table', '  tableRow', '    tableHeader', '      text: Qui', '    tableHeader', '      text: Quoi'],
      ...['  tableRow', '    tableCell', '      text: Chartres', '    tableCell', '      text: Santa Fe'],
    ]);
  });

  test('Word: two lists side by side stay two, and a list copied from its inner level begins at its first', async () => {
    const copy = word(
      [
        item(0, 1, '·', 'un'),
        item(1, 1, '·', 'deux'),
        line('Texte'),
        item(2, 2, 'o', 'intérieur'),
        item(2, 3, '§', 'plus loin'),
        item(2, 1, '·', 'dehors'),
      ].join(''),
    );
    expect(await html(copy)).toEqual([
      ...['bulletList', '  listItem', '    text: un'],
      ...['bulletList', '  listItem', '    text: deux'],
      'text: Texte',
      ...['bulletList', '  listItem', '    text: intérieur', '    bulletList', '      listItem', '        text: plus loin'],
      ...['  listItem', '    text: dehors'],
    ]);
  });

  test('Word: its arrows, however it writes them, and the « ! » of these minutes mark what to keep', async () => {
    const nested = `<span style='font-family:Wingdings;mso-ascii-font-family:Calibri;mso-char-type:symbol;mso-symbol-font-family:Wingdings'><span
style='mso-char-type:symbol;mso-symbol-font-family:Wingdings'>à</span></span>`;
    const copy = word(
      [
        line(`${nested} Intérêt à conserver le groupe`),
        line('<font face="Wingdings">è</font> Une suite'),
        line('\uf0e0 Une autre'),
        line('! <b>Importance</b> du portage'),
        line(`De Paris ${nested} Lima, à pied`),
      ].join(''),
    );
    expect(await html(copy)).toEqual([
      'takeaway: Intérêt à conserver le groupe',
      'takeaway: Une suite',
      'takeaway: Une autre',
      'takeaway: **Importance** du portage',
      'text: De Paris → Lima, à pied',
    ]);
  });

  test('Word: who speaks, linked with the attendee whose name it is, and what is said behind the colon below', async () => {
    const copy = word(
      [
        line('<b>Alain Fauconnet, Conseiller municipal\n à la ville de Chartres&nbsp;:</b>'),
        line('Le groupe est <b>utile</b>.'),
        line('FAUCONNET Alain : il y tient.'),
        line('Mme Roussel (Grand Poitiers)&nbsp;: <i>la suite</i> aussi.'),
        line('Zoé Inconnue, Maire de Nulle-Part :'),
        line('M. Marsac : qui des deux ?'),
        line('Les réseaux ouvrent des portes. Ex : le forum'),
      ].join(''),
    );
    expect(await html(copy)).toEqual([
      'turn (a1): Alain Fauconnet, Conseiller municipal à la ville de Chartres',
      'text: Le groupe est **utile**.',
      'turn (a1): FAUCONNET Alain',
      'text: il y tient.',
      'turn (a2): Mme Roussel (Grand Poitiers)',
      'text: _la suite_ aussi.',
      'turn: Zoé Inconnue, Maire de Nulle-Part',
      'text: M. Marsac : qui des deux ?',
      'text: Les réseaux ouvrent des portes. Ex : le forum',
    ]);
  });

  test('Word: what it hides, deletes, comments, draws or runs stays behind, and a dangerous link with it', async () => {
    const copy = word(
      [
        line('Visible<span style="display:none;mso-hide:all"> caché</span><span style="mso-hide: all"> masqué</span><del> supprimé</del>'),
        line('<a href="javascript:alert(1)">un</a> <a href="file:///c:/secret.docx">deux</a> <a href="https://www.example.org/">trois</a>'),
        line('<img src="file:///c:/a.png"><img src="https://traceur.example/x.gif" onerror="alert(1)">Après<script>alert(1)</script>'),
        '<div style="mso-element:comment-list"><p class=MsoCommentText>Commentaire</p></div>',
        '<v:shape><p class=MsoNormal>Cadre</p></v:shape>',
      ].join(''),
    );
    expect(await html(copy)).toEqual([
      'text: Visible',
      'text: un deux <https://www.example.org/>trois<https://www.example.org/>',
      'text: Après',
      'text: Cadre',
    ]);
  });

  test('Word on the web, Google Docs and LibreOffice: the same lists and formats', async () => {
    const online = (level: number, words: string) =>
      `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-listid="7" data-aria-level="${level}" class="OutlineElement"><p class="Paragraph"><span class="TextRun">${words}</span></p></li></ul></div>`;
    expect(await html(`<div class="OutlineElement"><p>Avant</p></div>${online(1, 'un')}${online(2, 'deux')}`)).toEqual([
      'text: Avant',
      ...['bulletList', '  listItem', '    text: un', '    bulletList', '      listItem', '        text: deux'],
    ]);
    expect(
      await html(
        `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Gras</span> et non</p><ul><li dir="ltr"><p>un</p></li><ul><li><p>deux</p></li></ul></ul></b>`,
      ),
    ).toEqual([
      'text: **Gras** et non',
      ...['bulletList', '  listItem', '    text: un', '    bulletList', '      listItem', '        text: deux'],
    ]);
    expect(await html('<p><font face="Wingdings">à</font> Garder</p><ol start="2"><li><p>deux</p></li></ol>')).toEqual([
      'takeaway: Garder',
      ...['orderedList from 2', '  listItem', '    text: deux'],
    ]);
  });

  test('the notes themselves: blocks keep their kinds and lose their ids', async () => {
    const copy =
      '<p data-pm-slice="0 0 []" data-id="x1" data-kind="decision">Adopté</p><h4>Suites</h4><p data-id="x2">Alain Fauconnet : rien à lire ici</p>';
    expect(await html(copy)).toEqual(['decision: Adopté', 'h4: Suites', 'text: Alain Fauconnet : rien à lire ici']);
  });

  test('a mail or a notepad: lines are paragraphs, bullets a list, arrows what to keep, « Nom, fonction : » who speaks', async () => {
    const copy =
      'Bénédicte Roussel, Grand Poitiers :\r\nDynamique satisfaisante.\r\n\r\n-> À thématiser\r\n- Santa Fe\r\n- Jujuy\r\n\tMorón : 3 < 4 & <b>5</b>';
    expect(await text(copy)).toEqual([
      'turn (a2): Bénédicte Roussel, Grand Poitiers',
      'text: Dynamique satisfaisante.',
      'takeaway: À thématiser',
      ...['bulletList', '  listItem', '    text: Santa Fe', '  listItem', '    text: Jujuy'],
      'text: Morón : 3 < 4 & <b>5</b>',
    ]);
  });

  test('a list that claims a thousand levels, and ten thousand lines: neither hangs nor loses a line', async () => {
    expect((await html(word(item(0, 1000, '·', 'profond')))).at(-1)?.trim()).toBe('text: profond');
    const nested = await html(`${'<ul><li>'.repeat(60)}<p>au fond</p>${'</li></ul>'.repeat(60)}`);
    expect(nested.at(-1)).toBe(`${'  '.repeat(8)}text: au fond`);
    const long = await html(word(Array.from({ length: 10_000 }, (_, n) => item(0, 1 + (n % 3), '·', `ligne ${n}`)).join('')));
    expect(long.filter((entry) => entry.includes('ligne ')).length).toBe(10_000);
  });
});
