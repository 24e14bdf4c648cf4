/** Zones that the network meets in, first in every list; any other IANA zone is accepted as well. */
export const NETWORK_ZONES = [
  'Europe/Paris',
  'America/Martinique',
  'America/Guadeloupe',
  'America/Cayenne',
  'America/Argentina/Buenos_Aires',
  'America/Bogota',
  'America/Caracas',
  'America/Guatemala',
  'America/Havana',
  'America/La_Paz',
  'America/Lima',
  'America/Managua',
  'America/Mexico_City',
  'America/Montevideo',
  'America/Panama',
  'America/Port-au-Prince',
  'America/Guayaquil',
  'America/Asuncion',
  'America/Costa_Rica',
  'America/El_Salvador',
  'America/Santiago',
  'America/Santo_Domingo',
  'America/Sao_Paulo',
  'America/Tegucigalpa',
  'America/Lower_Princes',
  'America/Miquelon',
  'America/Montreal',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Europe/Madrid',
  'Europe/Lisbon',
  'Europe/Brussels',
  'UTC',
] as const;

type Names = { fr: string; en: string };
const same = (name: string): Names => ({ fr: name, en: name });

/** The city that people name for a zone, where it is not the last word of the zone's identifier. */
const CITIES: Record<string, Names> = {
  'America/Argentina/Buenos_Aires': same('Buenos Aires'),
  'America/Martinique': same('Fort-de-France'),
  'America/Guadeloupe': same('Pointe-à-Pitre'),
  'America/Bogota': same('Bogotá'),
  'America/Mexico_City': { fr: 'Mexico', en: 'Mexico City' },
  'America/Havana': { fr: 'La Havane', en: 'Havana' },
  'America/El_Salvador': same('San Salvador'),
  'America/Costa_Rica': same('San José'),
  'America/Guayaquil': same('Quito'),
  'America/Asuncion': same('Asunción'),
  'America/Santo_Domingo': { fr: 'Saint-Domingue', en: 'Santo Domingo' },
  'America/Sao_Paulo': same('São Paulo'),
  'America/Lower_Princes': { fr: 'Saint-Martin', en: 'Saint Martin' },
  'America/Miquelon': { fr: 'Saint-Pierre', en: 'Saint-Pierre' },
  'America/Montreal': { fr: 'Montréal', en: 'Montreal' },
  'America/Guatemala': { fr: 'Guatemala', en: 'Guatemala City' },
  'America/Panama': { fr: 'Panama', en: 'Panama City' },
  'Indian/Reunion': { fr: 'Saint-Denis de La Réunion', en: 'Saint-Denis, Réunion' },
  'Indian/Mayotte': same('Mamoudzou'),
  'Pacific/Noumea': same('Nouméa'),
  'Pacific/Tahiti': same('Papeete'),
  'Europe/Lisbon': { fr: 'Lisbonne', en: 'Lisbon' },
  'Europe/Brussels': { fr: 'Bruxelles', en: 'Brussels' },
  'Europe/London': { fr: 'Londres', en: 'London' },
  'Europe/Rome': { fr: 'Rome', en: 'Rome' },
  UTC: { fr: 'temps universel', en: 'universal time' },
};

/** The city of a zone in the reader's language: 'America/Martinique' → 'Fort-de-France'. Never an offset. */
export function cityOf(zone: string, locale: 'fr' | 'en'): string {
  const named = CITIES[zone];
  if (named) return named[locale];
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** 'heure de Paris', 'heure d’Asunción', 'Paris time'; universal time has no city. */
export function clockOf(zone: string, locale: 'fr' | 'en'): string {
  const city = cityOf(zone, locale);
  if (zone === 'UTC') return city;
  if (locale === 'en') return `${city} time`;
  return /^[aeiouyéèêâîôœæ]/i.test(city) ? `heure d’${city}` : `heure de ${city}`;
}

/** 'à Buenos Aires', 'in Buenos Aires'; universal time has no city. */
export function inCity(zone: string, locale: 'fr' | 'en'): string {
  if (zone === 'UTC') return locale === 'fr' ? 'en temps universel' : 'in universal time';
  return `${locale === 'fr' ? 'à' : 'in'} ${cityOf(zone, locale)}`;
}

/**
 * The identifier of a zone of the IANA database as the database writes it ('europe/paris' → 'Europe/Paris'); null when there
 * is none. A bare offset ('+02:00') is no zone: it does not know when clocks change.
 */
export function findTimeZone(text: string): string | null {
  const zone = text.trim();
  if (zone.length > 64 || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}
