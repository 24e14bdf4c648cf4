import { expect, test } from 'vitest';
import { faultsOf, readAttendeeTable } from '#app/model/attendee-table.ts';
import { decodeTable } from '#app/model/table-bytes.ts';

const rowsOf = (text: string) => {
  const read = readAttendeeTable(text);
  if (!read.ok) throw new Error(`${read.reason} ${read.line}`);
  return read.rows;
};
const camille = {
  line: 2,
  givenName: 'Camille',
  familyName: 'Ferrand',
  organisation: 'Ville des Brumes',
  function: 'Élue',
  email: 'c@brumes.example',
};

test.each([
  ['commas', 'organisme,prénom,nom,fonction,courriel\nVille des Brumes,Camille,Ferrand,Élue,c@brumes.example'],
  ['semicolons', 'Nom;Prénom;Organisme;Courriel;Fonction\r\nFerrand;Camille;Ville des Brumes;c@brumes.example;Élue\r\n'],
  ['tabs', 'NOM\tPRENOM\tCOLLECTIVITE\tFONCTION\tE-MAIL\nFerrand\tCamille\tVille des Brumes\tÉlue\tc@brumes.example'],
  ['a mark at the start', '\uFEFFnom,prénom,structure,poste,mail\nFerrand,Camille,Ville des Brumes,Élue,c@brumes.example'],
  ['English headers', 'First name,Last name,Organization,Job title,Email address\nCamille,Ferrand,Ville des Brumes,Élue,c@brumes.example'],
  ['Spanish headers', 'Nombre;Apellidos;Institución;Cargo;Correo electrónico\nCamille;Ferrand;Ville des Brumes;Élue;c@brumes.example'],
  [
    'Portuguese headers',
    'Primeiro nome;Sobrenome;Organização;Função;Endereço de email\nCamille;Ferrand;Ville des Brumes;Élue;c@brumes.example',
  ],
  [
    'a column that we do not know',
    'nom,téléphone,prénom,organisme,fonction,courriel\nFerrand,+33 1 23,Camille,Ville des Brumes,Élue,c@brumes.example',
  ],
  ['one column for both names', 'Participant;Organisme;Fonction;Courriel\nCamille FERRAND;Ville des Brumes;Élue;c@brumes.example'],
  ['« Name » beside « First name »', 'First name,Name,Company,Function,Mail\nCamille,Ferrand,Ville des Brumes,Élue,c@brumes.example'],
  ['« Nome » beside « Sobrenome »', 'Nome;Sobrenome;Entidade;Cargo;E-mail\nCamille;Ferrand;Ville des Brumes;Élue;c@brumes.example'],
])('a table with %s is read', (_what, text) => {
  expect(rowsOf(text)).toEqual([{ ...camille, tooManyCells: false }]);
});

test('a title above the header, empty lines and separators inside quotes do no harm, and lines keep their numbers', () => {
  const text =
    'Groupe-pays Brumes ; réunion du 26 mars\n\nNom;Prénom;Organisme;Fonction\n"Le Guen";Julie;"Région ""Brumes"" ;\nservice Europe";Cheffe\n;;;\nClément;Sylvie;ARF;\n';
  expect(rowsOf(text)).toMatchObject([
    { line: 4, familyName: 'Le Guen', organisation: 'Région "Brumes" ; service Europe', function: 'Cheffe' },
    { line: 7, familyName: 'Clément', givenName: 'Sylvie', organisation: 'ARF', function: '' },
  ]);
});

test('the attendance table of the network’s own minutes is read as it stands, bars, capitals, cut names and all', () => {
  const text = `| Organisme | Prénom | Nom | Fonction |
|--|-----------------|----------------|--|
| CONSEIL REGIONAL DES BRUMES | Sophie | LE GALL | Chargée de mission |
| CONSEIL GENERAL DE LA HAUTE BRUME | Nathalie | COIRET | Chef de service |
| Min. de l'Égalité des territoires Ministère de l'Écologie, de l'Énergie | Somchai | Ratanaporn | Responsable géographique Amérique latine - Turquie |
| CUF | Marie- Laure | GAUDIN | Chargée de\u00A0mission |`;
  expect(rowsOf(text)).toMatchObject([
    { line: 3, organisation: 'CONSEIL REGIONAL DES BRUMES', givenName: 'Sophie', familyName: 'Le Gall', function: 'Chargée de mission' },
    { line: 4, familyName: 'Coiret' },
    { line: 5, familyName: 'Ratanaporn', function: 'Responsable géographique Amérique latine - Turquie' },
    { line: 6, givenName: 'Marie-Laure', familyName: 'Gaudin', function: 'Chargée de mission' },
  ]);
});

test('a table pasted with the text around it is found in it', () => {
  const text =
    'REUNION GROUPE-PAYS BRUMES\n\nLe 26 mars 2014 – de 14h30 à 16h00 ; Métro, ligne 2\n\n| Nom | Prénom |\n|--|--|\n| LE GALL | Sophie |\n\nEn introduction, il est rappelé que…\n\n| Date | Action |\n|--|--|\n| juin | Forum |';
  expect(rowsOf(text)).toMatchObject([{ line: 7, familyName: 'Le Gall', givenName: 'Sophie' }]);
});

test.each([
  ['RAIMBAULT', 'Raimbault'],
  ['DE LA CRUZ', 'de la Cruz'],
  ['LE GALLEC', 'Le Gallec'],
  ['D’ORVAL', 'd’Orval'],
  ['MAC-ÉVOY', 'Mac-Évoy'],
  ['LI', 'LI'],
  ['McGregor', 'McGregor'],
])('the family name %s is written %s', (typed, written) => {
  expect(rowsOf(`nom\tprénom\n${typed}\tA`)[0]?.familyName).toBe(written);
});

test('control characters, bidi overrides and hidden marks do not survive', () => {
  const [row] = rowsOf('nom;prénom;fonction\nFer\u0000rand\u202E;Ca\u00ADmil\u200Ble;"Élue\u2028de\nla ville"');
  expect(row).toMatchObject({ familyName: 'Fer rand', givenName: 'Camille', function: 'Élue de la ville' });
});

test.each([
  ['', 'empty'],
  ['   \n \n', 'empty'],
  ['nom;prénom\n', 'empty'],
  ['Bonjour, voici la liste\nCamille Ferrand', 'no_header'],
  ['prénom;organisme\nCamille;Brumes', 'no_header'],
  ['nom;prénom\n"Ferrand;Camille\nClément;Sylvie', 'open_quote'],
  [`nom;prénom\n${'Ferrand;Camille\n'.repeat(2001)}`, 'too_many_rows'],
])('the table %j… is refused: %s', (text, reason) => {
  expect(readAttendeeTable(text)).toMatchObject({ ok: false, reason });
});

test('a quotation mark that is never closed is named by its line', () => {
  expect(readAttendeeTable('nom;prénom\nClément;Sylvie\n"Ferrand;Camille\n')).toEqual({ ok: false, reason: 'open_quote', line: 3 });
});

test.each([
  [{ familyName: '' }, 'no_name'],
  [{ givenName: 'a'.repeat(10_000) }, 'given_name_too_long'],
  [{ organisation: 'a'.repeat(201) }, 'organisation_too_long'],
  [{ function: 'a'.repeat(201) }, 'function_too_long'],
  [{ email: 'not an address' }, 'bad_email'],
  [{ email: 'shared@brumes.example' }, 'email_twice'],
  [{ familyName: 'a'.repeat(101), email: '@' }, 'family_name_too_long, bad_email'],
  [{}, ''],
  [{ email: '' }, ''],
])('a row with %j is faulty because of %s', (change, fault) => {
  expect(faultsOf({ ...camille, ...change }, { emails: new Map([['shared@brumes.example', 'lucie barat']]) }).join(', ')).toBe(fault);
});

test('a row with more cells than the header says so', () => {
  expect(rowsOf('nom,prénom\nFerrand,Camille,Ville des Brumes')[0]?.tooManyCells).toBe(true);
  expect(rowsOf('nom,prénom\nFerrand,Camille,,')[0]?.tooManyCells).toBe(false);
});

test('2,000 rows are read in less than a second', () => {
  const started = performance.now();
  expect(rowsOf(`nom;prénom;organisme\n${'Ferrand;Camille;"Ville; des Brumes"\n'.repeat(2000)}`)).toHaveLength(2000);
  expect(performance.now() - started).toBeLessThan(1000);
});

const bytes = (...values: number[]) => Uint8Array.from(values);

test('UTF-8 with and without mark, Windows-1252 and UTF-16 are told apart', () => {
  expect(decodeTable(new TextEncoder().encode('Prénom'))).toEqual({ ok: true, text: 'Prénom' });
  expect(decodeTable(bytes(0xef, 0xbb, 0xbf, 0x4e))).toEqual({ ok: true, text: 'N' });
  expect(decodeTable(bytes(0x50, 0x72, 0xe9, 0x6e, 0x6f, 0x6d, 0x20, 0x92, 0x9c))).toEqual({ ok: true, text: 'Prénom ’œ' });
  expect(decodeTable(bytes(0xff, 0xfe, 0x4e, 0, 0xe9, 0))).toEqual({ ok: true, text: 'Né' });
});

test('a workbook or another binary file is refused by what it is', () => {
  expect(decodeTable(bytes(0x50, 0x4b, 3, 4))).toEqual({ ok: false, reason: 'spreadsheet' });
  expect(decodeTable(bytes(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ ok: false, reason: 'spreadsheet' });
  expect(decodeTable(bytes(0x61, 0, 0x62))).toEqual({ ok: false, reason: 'binary' });
});
