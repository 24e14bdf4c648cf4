import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect } from 'vitest';
import { faultsOf } from './strict-lines.ts';

/** What two independent parsers both read of one entry. Instants in ISO 8601; days as 'YYYY-MM-DD', the last one exclusive. */
export interface ReadEvent {
  uid: string;
  summary: string;
  start: string;
  end: string;
  status: string;
  sequence: number;
}

/** The entries of a calendar by UID, once ical.js (Thunderbird's), node-ical and a strict reader of lines agree on them. */
export function readBoth(text: string): Map<string, ReadEvent> {
  expect(faultsOf(text)).toEqual([]);
  const one = readIcalJs(text);
  const other = readNodeIcal(text);
  expect(other).toEqual(one);
  return one;
}

function readIcalJs(text: string): Map<string, ReadEvent> {
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return byUid(
    root.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const at = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
      return {
        uid: event.uid,
        summary: event.summary,
        start: at(event.startDate),
        end: at(event.endDate),
        status: String(component.getFirstPropertyValue('status')),
        sequence: Number(event.sequence),
      };
    }),
  );
}

/** It knows zones by their names, from tables of its own, and does not read ours: so each also checks the other's hours. */
function readNodeIcal(text: string): Map<string, ReadEvent> {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  return byUid(
    events.map(({ uid, summary, start, end, status, sequence, datetype }) => {
      const pad = (value: number) => String(value).padStart(2, '0');
      const at = (date: Date) =>
        datetype === 'date' ? `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` : date.toISOString();
      if (!end) throw new Error('no end');
      return {
        uid,
        summary: typeof summary === 'string' ? summary : summary.val,
        start: at(start),
        end: at(end),
        status: String(status),
        sequence: Number(sequence),
      };
    }),
  );
}

function byUid(events: ReadEvent[]): Map<string, ReadEvent> {
  return new Map(events.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)).map((event) => [event.uid, event]));
}
