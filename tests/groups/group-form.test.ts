import { expect, test } from 'vitest';
import { filterOf } from '#app/directory/directory-filter.ts';
import { parseOrganisationForm } from '#app/directory/organisation-form-values.ts';
import { parsePersonForm } from '#app/directory/person-form-values.ts';
import { parseGroupForm } from '#app/groups/parse-group-form.ts';

const group = { name: 'Groupe', kind: 'network', country: '', description: '', visibility: 'public', timeZone: 'Europe/Paris' };
const faultsOf = (parsed: object) => ('faults' in parsed ? Object.keys(parsed.faults as object) : []);

test.each([
  [{ name: '' }, 'name'],
  [{ name: ' \u202E\u0000\n ' }, 'name'],
  [{ name: 'é'.repeat(10_000) }, 'name'],
  [{ description: 'x'.repeat(5001) }, 'description'],
  [{ kind: 'secret' }, 'kind'],
  [{ kind: 'country' }, 'country'],
  [{ kind: 'country', country: 'XX' }, 'country'],
  [{ visibility: '' }, 'visibility'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ timeZone: '+02:00' }, 'timeZone'],
])('a group with %j is refused at its field', (change, field) => {
  expect(faultsOf(parseGroupForm({ ...group, ...change }))).toEqual([field]);
});

test('a group keeps its text as meant: one line of name, paragraphs of description, a country only for a country group', () => {
  const typed = { ...group, name: ' A\r\nB\u202E <script> ', description: 'Un\r\n\r\n\r\n\r\nDeux\u0007', country: 'AR' };
  expect(parseGroupForm(typed)).toEqual({
    details: {
      name: 'A B <script>',
      kind: 'network',
      country: null,
      description: 'Un\n\nDeux',
      visibility: 'public',
      timeZone: 'Europe/Paris',
    },
  });
  expect(parseGroupForm({ ...typed, kind: 'country' })).toMatchObject({ details: { country: 'AR' } });
});

const person = {
  givenName: 'Zoé',
  familyName: 'Martin',
  function: '',
  organisation: '',
  email: '',
  language: 'fr',
  timeZone: 'Europe/Paris',
};

test.each([
  [{ familyName: '\u200E' }, 'familyName'],
  [{ givenName: 'a'.repeat(10_000) }, 'givenName'],
  [{ function: 'a'.repeat(201) }, 'function'],
  [{ organisation: 'a'.repeat(201) }, 'organisation'],
  [{ email: 'zoe@ville.fr\r\nBcc: all@ville.fr' }, 'email'],
  [{ email: 'zoe@ville' }, 'email'],
  [{ language: 'klingon' }, 'language'],
  [{ timeZone: '' }, 'timeZone'],
])('a person with %j is refused at its field', (change, field) => {
  expect(faultsOf(parsePersonForm({ ...person, ...change }))).toEqual([field]);
});

test('a person’s record holds single lines and a lower-case address', () => {
  expect(parsePersonForm({ ...person, familyName: 'Mar\ntin', email: ' Zoe@Ville.FR ' })).toMatchObject({
    edit: { familyName: 'Mar tin', email: 'zoe@ville.fr' },
  });
});

test.each([
  [{ name: '' }, 'name'],
  [{ name: 'a'.repeat(201) }, 'name'],
  [{ kind: 'kingdom' }, 'kind'],
  [{ country: 'fr' }, 'country'],
  [{ country: 'ZZ' }, 'country'],
])('an organisation with %j is refused at its field', (change, field) => {
  expect(faultsOf(parseOrganisationForm({ name: 'Ville', kind: 'commune', country: 'FR', ...change }, 'FR'))).toEqual([field]);
});

test('an address of the directory that makes no sense means no filter', () => {
  expect(filterOf(new URLSearchParams('country=atlantis&kind=moon&page=-3&q=%F0%9F%92%A9'))).toEqual({
    country: null,
    kinds: [],
    text: '💩',
    page: 1,
  });
  expect(filterOf(new URLSearchParams(`q=${'a'.repeat(10_000)}&page=1e99&country=ar&kind=commune&kind=region`))).toEqual({
    country: 'AR',
    kinds: ['commune', 'region'],
    text: 'a'.repeat(100),
    page: 1000,
  });
});
