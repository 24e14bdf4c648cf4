import { Parser } from 'htmlparser2';
import { parseWebAddress } from '#app/model/meetings.ts';
import { OUTSIDE_EVENT_LIMITS } from '#app/model/outside-events.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { withoutContactsIn } from '#server/imports/without-contacts.ts';
import { type Property, textOf } from './properties.ts';

const MOST_NOTE = 2000;
// what is longer is read no further: no pattern below may take its time over a text that somebody made for that
const MOST_LINE = 2000;
const MOST_TEXT = 20_000;
// links of video conferences: who has one walks in, and a page of ours may be public
const SERVICES = [
  ...['zoom.us', 'zoomgov.com', 'teams.microsoft.com', 'teams.live.com', 'meet.google.com', 'webex.com', 'whereby.com', 'gotomeet'],
  ...['livestorm', 'bigbluebutton', 'bbb.', 'jitsi', 'meet.jit.si', 'tixeo', 'kmeet.infomaniak.com', 'framatalk.org'],
  ...['webconf.numerique.gouv.fr', 'visio.numerique.gouv.fr', 'webinaire.numerique.gouv.fr', 'rendez-vous.renater.fr'],
  ...['visio-agents.education.fr', 'classe-virtuelle.apps.education.fr'],
];
// what hosts are called at whoever runs such a service
const HOSTS = ['meet', 'visio', 'webconf', 'jitsi', 'bbb'];
const [service, host] = [SERVICES.map((name) => RegExp.escape(name)).join('|'), HOSTS.join('|')];
// with a scheme, or as people type them, without: then only with what names the room after the host
const CONFERENCE = new RegExp(
  String.raw`https?:\/\/(?:(?:${host})\.|[^\s<>"]{0,100}(?:${service}))[^\s<>"]*|(?<![\w.@-])(?:(?:${host})\.|(?:[\w-]{1,63}\.){0,4}(?:${service}))[\w.-]{0,100}\/[^\s<>"]+`,
  'gi',
);

export interface EventTexts {
  /** '' when the source gives none. */
  title: string;
  place: string;
  url: string;
  note: string;
}

/** What an event of a calendar says, in plain words that may be shown: no markup, contacts, conference links or tricks with the direction of writing. */
export function readTexts(properties: readonly Property[]): EventTexts {
  const lineOf = (name: string) => textOf(properties, name).slice(0, MOST_LINE);
  const location = cleanLine(lineOf('LOCATION').replace(/\s*\n\s*/g, ', '));
  const elsewhere = parseWebAddress(location);
  const url = parseWebAddress(cleanLine(lineOf('URL'))) ?? elsewhere ?? '';
  return {
    title: short(shown(cleanLine(lineOf('SUMMARY'))), OUTSIDE_EVENT_LIMITS.title),
    place: elsewhere ? '' : short(shown(location), OUTSIDE_EVENT_LIMITS.place),
    url: url.search(CONFERENCE) === -1 ? url : '',
    note: short(cleanText(shown(plainText(textOf(properties, 'DESCRIPTION').slice(0, MOST_TEXT)))), MOST_NOTE),
  };
}

const shown = (text: string) => withoutContactsIn(text.replace(CONFERENCE, '')).trim();

function short(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'table', 'blockquote']);
const SILENT = new Set(['script', 'style', 'title', 'head']);

/** The words of a text that may be HTML (Google and Outlook put it in descriptions); what has no tag is left as it is. */
export function plainText(text: string): string {
  if (!/<\/?[a-z][^>]{0,300}>/i.test(text)) return text;
  const words: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1;
      if (BREAKS.has(name)) words.push('\n');
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1;
      if (BREAKS.has(name) && name !== 'br') words.push('\n');
    },
    ontext(data) {
      if (silent === 0) words.push(data);
    },
  });
  parser.write(text);
  parser.end();
  return words.join('').replace(/[ \t]{0,50}\n[ \t]{0,50}/g, '\n');
}
