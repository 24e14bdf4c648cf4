import { expect, test } from 'vitest';
import { guessOrganisationKind, type OrganisationKind, parseEmail } from '#app/model/directory.ts';

const NAMES: [string, OrganisationKind][] = [
  ['Ville de Chartres', 'commune'],
  ['VILLE DE NANTERRE', 'commune'],
  ['Mairie de Fougères', 'commune'],
  ['Alcaldía de Bogotá', 'commune'],
  ['Prefeitura de Recife', 'commune'],
  ['Communauté urbaine de Bordeaux', 'intercommunality'],
  ['Communauté d’agglomération du Niortais', 'intercommunality'],
  ['Bordeaux Métropole', 'intercommunality'],
  ['Métropole Nice Côte d’Azur', 'intercommunality'],
  ['Grand Poitiers', 'intercommunality'],
  ['CAP Nord Martinique', 'intercommunality'],
  ['CONSEIL GENERAL DE LA HAUTE SAONE', 'department'],
  ['Conseil départemental de l’Aude', 'department'],
  ['Département du Val-de-Marne', 'department'],
  ['Région Bretagne', 'region'],
  ['Région Grand Est', 'region'],
  ['CONSEIL REGIONAL PAYS DE LA LOIRE', 'region'],
  ['Collectivité territoriale de Martinique', 'region'],
  ['Province de Jujuy', 'region'],
  ['Ministère de l’Europe et des affaires étrangères', 'state'],
  ['Min. de l’Égalité des territoires et du Logement', 'state'],
  ['DAECT, ministère de l’Europe et des affaires étrangères', 'state'],
  ['Ambassade d’Argentine en France', 'embassy'],
  ['Embajada de Colombia', 'embassy'],
  ['Agence française de développement', 'agency'],
  ['AFD', 'agency'],
  ['Université de Poitiers', 'university'],
  ['Département de géographie, Université de Cayenne', 'university'],
  ['Universidad de Antioquia', 'university'],
  ['Cités Unies France', 'network'],
  ['CUF', 'network'],
  ['Régions de France', 'network'],
  ['Association des maires de France', 'network'],
  ['Mercociudades', 'network'],
  ['Association des amis de l’Uruguay', 'association'],
  ['Fondation des territoires', 'association'],
  ['Société Brumes SAS', 'company'],
  ['CHU de Poitiers', 'other'],
  ['', 'other'],
];

test.each(NAMES)('« %s » is taken for a %s', (name, kind) => {
  expect(guessOrganisationKind(name)).toBe(kind);
});

test.each([
  ['Camille.FERRAND@Brumes.example', 'camille.ferrand@brumes.example'],
  [' Camille Ferrand <camille@brumes.example> ', 'camille@brumes.example'],
  ['mailto:camille@brumes.example', 'camille@brumes.example'],
  ['k.belhadj@nanterre', null],
  ['a@b.fr; c@d.fr', null],
  ['a@b.fr\nBcc: x@y.fr', null],
  ['a\u202E@b.fr', null],
  [`${'a'.repeat(250)}@b.fr`, null],
  ['@b.fr', null],
  ['', null],
])('the address %j is read as %j', (typed, address) => {
  expect(parseEmail(typed)).toBe(address);
});
