/**
 * The regions of the world as the network's meetings cut it, in the order in which they are offered. Overseas France is one of
 * its own: its territories are French and lie in three oceans, and meet as such.
 */
export const REGIONS = ['africa', 'latin_america', 'asia', 'mediterranean', 'overseas', 'europe', 'north_america', 'oceania'] as const;
export type Region = (typeof REGIONS)[number];

/** Every country and territory of ISO 3166-1 (alpha-2) once, but for what nobody lives in (AQ, BV, GS, HM, UM, IO, TF). */
const COUNTRIES: Record<Region, string> = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE NG RW SC SD SH SL SN SO SS ST SZ ' +
    'TD TG TZ UG ZA ZM ZW',
  latin_america:
    'AG AI AR AW BB BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GT GY HN HT JM KN KY LC MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE ' +
    'VG VI',
  asia: 'AF BD BN BT CN HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN',
  // the southern and eastern shores, and the Near and Middle East
  mediterranean: 'AE BH DZ EG EH IL IQ IR JO KW LB LY MA OM PS QA SA SY TN TR YE',
  overseas: 'BL GF GP MF MQ NC PF PM RE WF YT',
  europe:
    'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL ' +
    'PT RO RS RU SE SI SJ SK SM UA VA XK',
  north_america: 'BM CA GL US',
  oceania: 'AS AU CC CK CX FJ FM GU KI MH MP NF NR NU NZ PG PN PW SB TK TO TV VU WS',
};

const REGION_OF: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => COUNTRIES[region].split(' ').map((country): [string, Region] => [country, region])),
);

/** The region of a country ('SN': 'africa'); null for what is no inhabited country. */
export function regionOf(country: string): Region | null {
  return REGION_OF.get(country) ?? null;
}

/** The regions that these countries (ISO 3166-1 alpha-2) lie in, each once, in the order of REGIONS. */
export function regionsOf(countries: readonly string[]): Region[] {
  const found = new Set(countries.map(regionOf));
  return REGIONS.filter((region) => found.has(region));
}
