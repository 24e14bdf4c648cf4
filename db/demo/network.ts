import type { OrganisationKind } from '#app/model/directory.ts';
import { EDITION_ORGANISATIONS } from './edition-2023/organisations.ts';
import { EDITION_PEOPLE } from './edition-2023/people.ts';

/**
 * The people of the demo. Organisations, functions and dates come from the network's own papers; every person is invented.
 * The key is how the scripts of meetings name a speaker.
 */
export interface DemoPerson {
  given: string;
  family: string;
  function: string;
  organisation: keyof typeof ORGANISATIONS;
  timeZone?: string;
}

export const ORGANISATIONS = {
  cuf: ['Cités Unies France', 'network', 'FR'],
  bordeaux: ['Ville de Bordeaux', 'commune', 'FR'],
  bordeauxMetropole: ['Bordeaux Métropole', 'intercommunality', 'FR'],
  chartres: ['Ville de Chartres', 'commune', 'FR'],
  capNord: ['CAP Nord Martinique', 'intercommunality', 'FR'],
  nanterre: ['Ville de Nanterre', 'commune', 'FR'],
  montpellier: ['Montpellier Méditerranée Métropole', 'intercommunality', 'FR'],
  valDeMarne: ['Conseil départemental du Val-de-Marne', 'department', 'FR'],
  aude: ['Conseil départemental de l’Aude', 'department', 'FR'],
  occitanie: ['Conseil régional d’Occitanie', 'region', 'FR'],
  bouguenais: ['Ville de Bouguenais', 'commune', 'FR'],
  paysDeLaLoire: ['Conseil régional des Pays de la Loire', 'region', 'FR'],
  poitiers: ['Grand Poitiers', 'intercommunality', 'FR'],
  nice: ['Métropole Nice Côte d’Azur', 'intercommunality', 'FR'],
  cub: ['Communauté urbaine de Bordeaux', 'intercommunality', 'FR'],
  champagne: ['Conseil régional de Champagne-Ardenne', 'region', 'FR'],
  hauteSaone: ['Conseil général de la Haute-Saône', 'department', 'FR'],
  ecologie: ['Ministère de l’Écologie, du Développement durable et de l’Énergie', 'state', 'FR'],
  daect: ['Délégation pour l’action extérieure des collectivités territoriales (DAECT)', 'state', 'FR'],
  afd: ['Agence française de développement', 'agency', 'FR'],
  platforma: ['Platforma', 'network', 'BE'],
  pba: ['Province de Buenos Aires', 'region', 'AR'],
  cooperacionArgentina: ['Coopération internationale des provinces d’Argentine', 'state', 'AR'],
  ambassadeCuba: ['Ambassade de Cuba en France', 'embassy', 'CU'],
  duitama: ['Ville de Duitama', 'commune', 'CO'],
  martinique: ['Collectivité territoriale de Martinique', 'region', 'FR'],
  lamentin: ['Ville du Lamentin', 'commune', 'FR'],
  lille: ['Ville de Lille', 'commune', 'FR'],
  nimes: ['Nîmes Métropole', 'intercommunality', 'FR'],
  ...EDITION_ORGANISATIONS,
} as const satisfies Record<string, readonly [name: string, kind: OrganisationKind, country: string]>;

const person = (given: string, family: string, role: string, organisation: keyof typeof ORGANISATIONS, timeZone?: string): DemoPerson => ({
  given,
  family,
  function: role,
  organisation,
  ...(timeZone ? { timeZone } : {}),
});

export const PEOPLE = {
  marsac: person('Hélène', 'Marsac', 'Directrice générale', 'cuf'),
  robledo: person('Inès', 'Robledo', 'Chargée de mission', 'cuf'),
  saintHubert: person('Gaëlle', 'Saint-Hubert', 'Chargée de mission Haïti', 'cuf'),
  fauconnet: person('Alain', 'Fauconnet', 'Conseiller municipal', 'chartres'),
  agesilas: person('Rosalie', 'Agésilas', 'Responsable du service Coopération régionale', 'capNord', 'America/Martinique'),
  belhadj: person('Karim', 'Belhadj', 'Responsable Relations et coopérations avec le monde', 'nanterre'),
  delorme: person('Catherine', 'Delorme', 'Vice-présidente', 'montpellier'),
  ribeyre: person('Solange', 'Ribeyre', 'Conseillère municipale', 'bordeaux'),
  etcheverry: person('Maud', 'Etcheverry', 'Adjointe au maire', 'bordeaux'),
  quintero: person('Paula', 'Quintero', 'Chargée de mission', 'valDeMarne'),
  castaing: person('Julien', 'Castaing', 'Chargé de mission', 'aude'),
  lacombe: person('Véra', 'Lacombe', 'Chargée de mission', 'occitanie'),
  thebaud: person('Monique', 'Thébaud', 'Responsable relations internationales', 'bouguenais'),
  ferrand: person('Lucía', 'Ferrand', 'Représentante', 'paysDeLaLoire'),
  roussel: person('Bénédicte', 'Roussel', 'Chargée de coopération', 'poitiers'),
  bonetti: person('Chiara', 'Bonetti', 'Chargée de mission', 'nice'),
  larroque: person('Sylvain', 'Larroque', 'Directeur des relations internationales', 'bordeauxMetropole'),
  kerdoncuff: person('Thomas', 'Kerdoncuff', 'Chargé de mission', 'daect'),
  vialat: person('Noé', 'Vialat', 'Chargé de projet', 'montpellier'),
  vasseur: person('Claire', 'Vasseur', 'Directrice des relations internationales', 'cub'),
  guerin: person('Estelle', 'Guérin', 'Chargée de mission', 'paysDeLaLoire'),
  petitjean: person('Marion', 'Petitjean', 'Chargée de mission', 'champagne'),
  charton: person('Sabine', 'Charton', 'Cheffe de service', 'hauteSaone'),
  tran: person('Minh', 'Tran', 'Responsable géographique Amérique latine', 'ecologie'),
  pons: person('Marie-Laure', 'Pons', 'Chargée de mission', 'cuf'),
  herrera: person('Tomás', 'Herrera', 'Assistant', 'cuf'),
  etxeberria: person('Ane', 'Etxeberria', 'Chargée de projet', 'platforma', 'Europe/Brussels'),
  acosta: person('Martín', 'Acosta', 'Directeur national', 'cooperacionArgentina', 'America/Argentina/Buenos_Aires'),
  luna: person('Diego', 'Luna', 'Sous-secrétaire', 'pba', 'America/Argentina/Buenos_Aires'),
  ferrer: person('Yamila', 'Ferrer', 'Conseillère économique', 'ambassadeCuba'),
  rojas: person('Camilo', 'Rojas', 'Maire', 'duitama', 'America/Bogota'),
  maurice: person('Solène', 'Maurice', 'Directrice de la diplomatie territoriale', 'martinique', 'America/Martinique'),
  calixte: person('Nadège', 'Calixte', 'Quatrième adjointe au maire', 'lamentin', 'America/Martinique'),
  vanhecke: person('Élise', 'Vanhecke', 'Adjointe au maire', 'lille'),
  reynaud: person('Antoine', 'Reynaud', 'Président', 'nimes'),
  diallo: person('Moussa', 'Diallo-Roche', 'Directeur des partenariats', 'afd'),
  ...EDITION_PEOPLE,
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof PEOPLE;

/** 'ines.robledo@example.org': addresses of the domain that is reserved for examples (RFC 2606, section 3). */
export function demoAddress(key: DemoPersonKey): string {
  const { given, family } = PEOPLE[key];
  return demoAddressOf(given, family);
}

export function demoAddressOf(given: string, family: string): string {
  const part = (name: string) =>
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-');
  return `${part(given)}.${part(family)}@example.org`;
}
