import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { IMPORT_LIMITS, type ReadingFault } from '#app/model/imports.ts';
import { draftApart, type ReadAnswer, readApart } from '#server/imports/reader/read-apart.ts';
import { Unreadable } from '#server/imports/reader/read-fault.ts';
import { readFile } from '#server/imports/reader/read-file.ts';
import { runApart } from '#server/processes/run-apart.ts';
import { archiveOf, bombOf, docxOf, linesOfPdf, odtOf, paragraph, pdfOf } from './archives.ts';

const told: string[] = [];
const log = { error: (message: string) => void told.push(message), info: () => {}, debug: () => {} };
/** In this process, as the one apart does it; a few tests start that one. */
const read = (bytes: Buffer): Promise<ReadAnswer> =>
  readFile(bytes).then(
    (file) => ({ ok: true as const, ...file }),
    (error: unknown) => {
      if (error instanceof Unreadable) return { ok: false as const, fault: error.fault };
      throw error;
    },
  );

async function faultOf(bytes: Buffer): Promise<ReadingFault | 'read'> {
  const answer = await read(bytes);
  return answer.ok ? 'read' : answer.fault;
}
async function textOf(bytes: Buffer): Promise<string> {
  const answer = await read(bytes);
  if (!answer.ok) throw new Error(answer.fault);
  return answer.parts
    .map((part) =>
      [part.inline, ...part.cells]
        .flat()
        .map((run) => run.text)
        .join(''),
    )
    .join('\n');
}

const compound = (text: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]);
const aPage = linesOfPdf(Array.from({ length: 20 }, (_, index) => `Nous avons parle de la cooperation, point ${index}.`));

describe('what it is its content tells, and not its name', () => {
  test.each<[string, Buffer, ReadingFault]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only spaces', Buffer.from(' \n\n \t\n'), 'empty'],
    ['a Word document without a word', docxOf(''), 'empty'],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(2000)]), 'unknown_format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unknown_format'],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body>x</body></html>'), 'unknown_format'],
    ['an archive of something else', archiveOf({ 'xl/workbook.xml': '<x/>' }), 'unknown_format'],
    ['Word 97', compound('WordDocument'), 'old_word'],
    ['RTF', Buffer.from('{\\rtf1\\ansi Bonjour}'), 'old_word'],
  ])('%s', async (_name, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe('broken or locked', () => {
  const whole = docxOf(paragraph('Bonjour'));
  test.each<[string, Buffer, ReadingFault]>([
    ['a Word document cut short', whole.subarray(0, whole.length - 60), 'damaged'],
    ['a Word document whose text is cut short', docxOf('<w:p><w:r><w:t>Bon'), 'damaged'],
    ['an archive with a broken entry', archiveOf({ 'word/document.xml': Buffer.from('ffffffff', 'hex') }), 'damaged'],
    ['a PDF that is none', Buffer.from('%PDF-1.7\nnothing of the kind'), 'damaged'],
    ['an Office file with a password', compound('EncryptedPackage'), 'encrypted'],
    ['an OpenDocument text with a password', odtOf('', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }), 'encrypted'],
    [
      'a PDF with a password',
      pdfOf([aPage], {
        trailer: `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      }),
      'encrypted',
    ],
    ['a PDF that is a picture', pdfOf(['q 595 0 0 842 0 0 cm Q', 'q Q']), 'scan'],
  ])('%s', async (_name, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  test('a PDF cut short is read as far as it goes, or refused', async () => {
    const pdf = pdfOf([aPage, aPage]);
    expect(['read', 'damaged', 'scan']).toContain(await faultOf(pdf.subarray(0, Math.floor(pdf.length * 0.7))));
  });
});

describe('made to fill memories', () => {
  test('an entry that says what it becomes', async () => {
    expect(await faultOf(bombOf(1000, 500_000_000))).toBe('bomb');
  });

  test('an entry that lies about what it becomes: it is counted while it is inflated', async () => {
    expect(await faultOf(bombOf(70_000_000, 1000))).toBe('bomb');
  });

  test('an archive of 100,000 entries', async () => {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(0xffff, 10);
    expect(await faultOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), end]))).toBe('too_many_entries');
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`word/media/${index}.png`, 'x']));
    expect(await faultOf(archiveOf(many))).toBe('too_many_entries');
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', 'word\\..\\..\\x'])('a path that leads out: %s', async (name) => {
    expect(await faultOf(docxOf(paragraph('x'), { [name]: 'x' }))).toBe('unsafe_names');
  });

  test('entities that grow a billion times, and entities from elsewhere', async () => {
    const laughs =
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>';
    expect(await faultOf(archiveOf({ 'word/document.xml': laughs }))).toBe('unsafe_xml');
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><office:document-content/>';
    expect(await faultOf(odtOf('', { 'content.xml': outside }))).toBe('unsafe_xml');
  });

  test('elements in one another without end', async () => {
    const deep = '<w:sdt>'.repeat(5000) + paragraph('x') + '</w:sdt>'.repeat(5000);
    expect(await faultOf(docxOf(deep))).toBe('unsafe_xml');
  });

  test('two thousand pages of text are told to be too long, in little time', async () => {
    const page = paragraph('Nous avons parlé de la coopération entre nos deux villes. '.repeat(50));
    expect(await faultOf(docxOf(page.repeat(2000)))).toBe('too_long');
    expect(await faultOf(Buffer.from('Une ligne de texte assez longue pour être lue.\n\n'.repeat(60_000)))).toBe('too_long');
    expect(await faultOf(docxOf(paragraph('x').repeat(IMPORT_LIMITS.parts + 1)))).toBe('too_long');
  });

  test('a process that takes too much time or memory is ended, and the rest goes on', async () => {
    const script = 'tests/imports/greedy-process.mjs';
    const limits = { script, memoryMb: 200, timeMs: 1500, outputBytes: 1000 };
    expect(await runApart({ ...limits, input: Buffer.from('time') })).toMatchObject({ ok: false, reason: 'time' });
    expect(await runApart({ ...limits, timeMs: 20_000, input: Buffer.from('memory') })).toMatchObject({ ok: false, reason: 'memory' });
    expect(await textOf(Buffer.from('Bonjour à tous'))).toBe('Bonjour à tous');
  });

  test('documents read at once in processes of their own each get their answer', async () => {
    const answers = await Promise.all(
      [docxOf(paragraph('un')), bombOf(70_000_000, 1000), pdfOf([aPage]), Buffer.from('quatre')].flatMap((bytes) => [
        readApart(log, bytes),
        draftApart(log, bytes),
      ]),
    );
    expect(answers.map((answer) => (answer.ok ? answer.format : answer.fault))).toEqual(
      ['docx', 'bomb', 'pdf', 'text'].flatMap((each) => [each, each]),
    );
    expect(told).toEqual([]);
  });
});

describe('what it points to', () => {
  test('linked pictures and templates are never fetched', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const relations = ['image', 'attachedTemplate', 'hyperlink'].map(
      (type, index) => `<Relationship Id="r${index}" Type="http://x/${type}" Target="${there}/${type}" TargetMode="External"/>`,
    );
    const docx = docxOf(
      `${paragraph('Bonjour')}<w:p><w:hyperlink r:id="r2"><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:r><w:drawing/></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      },
    );
    const odt = odtOf(`<text:p>Bonjour<draw:image xlink:href="${there}/odt.png"/></text:p>`);
    expect(await read(docx)).toMatchObject({ ok: true, notices: expect.arrayContaining(['linked', 'pictures']) });
    expect(await read(odt)).toMatchObject({ ok: true, notices: expect.arrayContaining(['linked', 'pictures']) });
    server.close();
    expect(asked).toEqual([]);
  });

  test('the reading process has no network, no other process, no file to write and none to read but the sources', async () => {
    const answer = await runApart({
      script: 'tests/imports/greedy-process.mjs',
      input: Buffer.from('reach'),
      memoryMb: 300,
      timeMs: 20_000,
      outputBytes: 1000,
    });
    expect(answer.ok && answer.output.toString()).toBe(Array(5).fill('ERR_ACCESS_DENIED').join(' '));
  });

  test('a document with macros is read without them', async () => {
    const answer = await read(docxOf(paragraph('Bonjour'), { 'word/vbaProject.bin': 'AutoOpen' }));
    expect(answer).toMatchObject({ ok: true, notices: ['macros'] });
    expect(JSON.stringify(answer)).not.toContain('AutoOpen');
  });

  test('addresses that run something are no links', async () => {
    const text = await read(
      docxOf('<w:p><w:hyperlink r:id="r0"><w:r><w:t>ici</w:t></w:r></w:hyperlink></w:p>', {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r0" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
      }),
    );
    expect(text).toMatchObject({ ok: true, parts: [{ inline: [{ text: 'ici' }] }] });
  });
});

test('letters that a font draws otherwise are seen to be no words', async () => {
  const garbage = linesOfPdf(Array.from({ length: 30 }, () => 'XQZKTR BCDFGH PLKJHG MNBVCX ZRTPQS DFGHJK LMNPQR STVWXZ'));
  expect(await faultOf(pdfOf([garbage]))).toBe('garbled');
  expect(await faultOf(pdfOf([aPage]))).toBe('read');
});
