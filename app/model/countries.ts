/** Countries and territories that the network works in (ISO 3166-1 alpha-2), for lists to choose from. */
export const NETWORK_COUNTRIES = [
  ...['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'NC', 'PF', 'MF', 'PM'],
  ...['AR', 'BO', 'BR', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'GT', 'HN', 'HT', 'MX', 'NI', 'PA', 'PE', 'PY', 'SV', 'UY', 'VE'],
  ...['CA', 'US', 'ES', 'PT'],
] as const;

/** The name of a country in a language, of 'AR': 'Argentine'; whatever is no code at all stays as it is. */
export function countryName(code: string, locale: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code) : code;
}
