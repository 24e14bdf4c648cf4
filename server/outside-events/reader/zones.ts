import { findTimeZone } from '#app/model/time-zones.ts';
import { type Observances, readObservances } from './observances.ts';
import { readProperties, textOf } from './properties.ts';
import type { Component } from './split-components.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

/** A zone as a calendar names it. */
export interface SourceZone {
  /** IANA name in which its times are shown. */
  shown: string;
  instantOf(local: Temporal.PlainDateTime): Temporal.Instant;
}

export interface SourceZones {
  /** Of a TZID; null or a name that nobody knows: the calendar's own zone. */
  find(tzid: string | null): SourceZone;
  /** TZIDs that nobody knows. */
  unknown: ReadonlySet<string>;
}

/**
 * The zones of a calendar. A VTIMEZONE that comes with it decides; without one, the IANA or Windows name. `own` is the zone of
 * what has none (X-WR-TIMEZONE, or the group's).
 */
export function sourceZones(
  components: readonly Component[],
  own: string,
  window: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): SourceZones {
  const given = new Map<string, Component>();
  for (const component of components) {
    const tzid = textOf(readProperties(component), 'TZID');
    if (tzid && !given.has(tzid)) given.set(tzid, component);
  }
  const known = new Map<string, SourceZone>();
  const unknown = new Set<string>();
  const ownZone = namedZone(own, null);
  function read(tzid: string): SourceZone {
    const component = given.get(tzid);
    const named = zoneNamed(tzid);
    const observances = component ? readObservances(component, window) : null;
    if (!named && !observances) unknown.add(tzid);
    return named || observances ? namedZone(named ?? own, observances) : ownZone;
  }
  return {
    unknown,
    find(tzid) {
      if (tzid === null) return ownZone;
      const found = known.get(tzid) ?? read(tzid);
      known.set(tzid, found);
      return found;
    },
  };
}

function namedZone(shown: string, observances: Observances | null): SourceZone {
  return {
    shown,
    instantOf(local) {
      const offset = observances?.offsetAt(local) ?? null;
      if (offset === null) return local.toZonedDateTime(shown, { disambiguation: 'compatible' }).toInstant();
      return local.toZonedDateTime('UTC').subtract({ minutes: offset }).toInstant();
    },
  };
}

/**
 * The IANA name behind a TZID: itself, a Windows name, or the end of a path ('/mozilla.org/20050126_1/Europe/Paris',
 * 'tzone://Microsoft/Utc'); null when it is none.
 */
export function zoneNamed(tzid: string): string | null {
  const name = tzid.trim().slice(0, 200);
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal)$/i.test(name)) return 'UTC';
  const windows = Object.hasOwn(WINDOWS_ZONES, name) ? WINDOWS_ZONES[name] : undefined;
  if (windows) return windows === 'Etc/UTC' ? 'UTC' : windows;
  const parts = name.split('/').filter(Boolean);
  for (const length of [3, 2, 1]) {
    const end = parts.slice(-length).join('/');
    // one word at the end of a path is a zone only where it says universal time: 'Paris' alone is none, 'MST' means too much
    if (length === 1 && parts.length > 1 && !/^(utc|gmt)$/i.test(end)) continue;
    const zone = parts.length >= length ? findTimeZone(end) : null;
    if (zone) return length === 1 && parts.length > 1 ? 'UTC' : zone;
  }
  return null;
}
