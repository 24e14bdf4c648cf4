import type { OrganisationKind } from '#app/model/directory.ts';

// What the crowd of the edition is made of: given names, family names and organisations are drawn apart from one another, so
// that nobody of them is anybody.

export const GIVEN_NAMES =
  'Adèle Aïcha Ambre Anaïs Aurélien Baptiste Bérénice Boris Camille Céleste Clément Corentin Dalila Damien Diane Dimitri Élodie Émile Fanta Félicie Florian Gaspard Gwenaël Hakim Hortense Ilan Irène Jasmine Joachim Judicaël Katell Killian Leïla Léonie Lilian Maëlle Mamadou Marius Mélina Nathan Ninon Oriane Oscar Pénélope Quentin Rachid Romane Sacha Salomé Simon Soraya Théodore Ulysse Valentine Victor Wassila Xavier Yasmine Yohan Zoé'.split(
    ' ',
  );

export const FAMILY_NAMES =
  'Aubrelle Bastérac Belcourtin Bérandier Bonvallon Boustarel Brémontal Cabrespin Cantemerlin Carpentelle Chambrelan Clairvaleau Coudraysse Courtemanchin Daboussy Delestrac Desgranchamps Dombrelle Escoubès Estrabaud Falgueyret Fontarelle Forgevieille Gachelin Garandeau-Roy Gasquerel Guilvarec Harismendia Haudricourel Jolivaud Kerampran Kermoalic Labrousselle Lanquetine Larivaudière Lestrangin Malandrieu Marquessac Mazerolier Montagrier-Bel Mourguessan Nouaillac Ouedrabin Pallandry Peyrebrune Plantevignol Pontcarralet Quintrillac Rabastenel Ravaillon Rocheblavin Roumegoul Saintourens Sarrabezol Tassigneul Tournebisse Trémouillet Vaucressin Verduraz Villebrumier'.split(
    ' ',
  );

/** The organisation, and what those it sends do there. */
export type CrowdOrganisation = readonly [name: string, kind: OrganisationKind, country: string];

const many = (kind: OrganisationKind, names: string, country = 'FR'): CrowdOrganisation[] =>
  names.split(';').map((name) => [name.trim(), kind, country]);

export const CROWD_ORGANISATIONS: readonly CrowdOrganisation[] = [
  ...many(
    'commune',
    'Ville de Limoges; Ville de Brest; Ville de Besançon; Ville de Metz; Ville de Dunkerque; Ville de Villeurbanne; Ville de Chambéry; Ville d’Angers; Ville de Niort; Ville du Havre; Ville de Romans-sur-Isère; Ville de Vitry-sur-Seine; Ville de Pantin; Ville de Cherbourg-en-Cotentin',
  ),
  ...many(
    'intercommunality',
    'Eurométropole de Strasbourg; Lorient Agglomération; Métropole de Lyon; Rennes Métropole; Grand Besançon Métropole; Communauté urbaine de Dunkerque; Agglomération du Pays de Grasse',
  ),
  ...many(
    'department',
    'Conseil départemental des Hauts-de-Seine; Conseil départemental de l’Hérault; Conseil départemental de l’Isère; Conseil départemental du Finistère; Conseil départemental des Yvelines',
  ),
  ...many(
    'region',
    'Conseil régional de Bretagne; Conseil régional Centre-Val de Loire; Conseil régional Grand Est; Conseil régional de Normandie; Conseil régional de Guadeloupe',
  ),
  ...many('state', 'Ministère de l’Intérieur et des Outre-mer; Ministère de la Transition écologique'),
  ...many('agency', 'Expertise France; Office français de la biodiversité'),
  ...many('university', 'Université de Lille; Université de La Réunion'),
  ...many('network', 'Régions de France; Villes de France; Réseau régional multi-acteurs Hauts-de-France'),
  ...many('association', 'Coordination Sud; Secours populaire; Ligue de l’enseignement; Électriciens sans frontières'),
  ...many('company', 'Société d’ingénierie de l’eau; Bureau d’études Territoires'),
  ...many('embassy', 'Ambassade du Maroc en France', 'MA'),
  ...many('embassy', 'Ambassade de Colombie en France', 'CO'),
  ...many('commune', 'Ville de Dakar', 'SN'),
  ...many('commune', 'Ville de Douala', 'CM'),
  ...many('commune', 'Ville de Sousse', 'TN'),
  ...many('region', 'Province de Jujuy', 'AR'),
  ...many('network', 'Association des communes du Niger', 'NE'),
  ...many('commune', 'Ville de Québec', 'CA'),
];

/** What one does there, by the kind of organisation; those that are not named have people « in charge of missions ». */
export const FUNCTIONS: Partial<Record<OrganisationKind, readonly string[]>> = {
  commune: ['Adjointe au maire', 'Chargé de mission relations internationales', 'Conseiller municipal', 'Directrice des jumelages'],
  intercommunality: ['Vice-président', 'Directrice des relations internationales', 'Chargée de coopération'],
  department: ['Conseillère départementale', 'Chargé de mission coopération'],
  region: ['Conseiller régional', 'Cheffe du service Coopération', 'Chargée de mission Europe et international'],
  embassy: ['Première conseillère', 'Attaché de coopération'],
  university: ['Maîtresse de conférences', 'Doctorant'],
};
export const OTHER_FUNCTIONS = ['Chargée de mission', 'Délégué', 'Responsable de programme'] as const;
