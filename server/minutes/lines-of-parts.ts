import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { type AnnexPerson, type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';
import { parseWhen } from '#app/model/when.ts';
import type { Line } from '#server/notes/history/compare-blocks.ts';

// What stands around the sections, as lines that can be compared: each is known by what stays when its words change.

function line(key: string, text: string): Line {
  return { key, look: { type: 'paragraph', kind: 'text', within: null }, inline: [{ text }], paragraph: null };
}

const labelled = (key: string, label: string, text: string) => (text ? [line(key, `${label}\u00A0: ${text}`)] : []);

export function headerLines({ meeting }: MinutesContent): Line[] {
  return [
    ...[line('title', meeting.title), line('group', meeting.group.name)],
    ...labelled('date', m.minutes_date(), dateText(meeting.edtf, meeting.timeZone)),
    ...labelled('place', m.minutes_place(), meeting.place),
    ...labelled('chairs', m.versions_chairs(), meeting.chairs.join(', ')),
    ...labelled('facilitators', m.minutes_facilitation(), meeting.facilitators.join(', ')),
  ];
}

export function noteLines({ notes }: MinutesContent): Line[] {
  return notes.map(({ kind, number, text }) =>
    line(`${kind} ${number}`, `${kind === 'erratum' ? m.versions_reason_erratum() : m.versions_editor_note()}\u00A0: ${text}`),
  );
}

export function agendaLines({ agenda }: MinutesContent): Line[] {
  return agenda.map(({ title, minutes }) => line(title, m.versions_agenda_line({ title, minutes })));
}

export function highlightLines({ highlights }: MinutesContent): Line[] {
  return highlights.map(({ anchor, inline }) => ({ ...line(anchor, ''), inline }));
}

/** The next meetings and dates that were told; those of actions are compared with the actions. */
export function nextLines({ nextSteps, actions, meeting }: MinutesContent): Line[] {
  const ofActions = new Set(actions.map(({ anchor }) => anchor));
  return nextSteps
    .filter(({ anchor }) => anchor === null || !ofActions.has(anchor))
    .map(({ edtf, inline, who }) => {
      const text = [edtf && dateText(edtf, meeting.timeZone), textOf(inline), who].filter(Boolean).join(', ');
      return line(text, text);
    });
}

export function annexLines({ annex }: MinutesContent): Line[] {
  return [
    ...annex.present.flatMap(({ people }) => people.map((person) => personLine(person, ''))),
    ...annex.excused.map((person) => personLine(person, `${m.minutes_excused()}\u00A0: `)),
  ];
}

function personLine({ organisation, name, function: role, represents }: AnnexPerson, prefix: string): Line {
  const who = represents ? m.minutes_represents({ name, represents }) : name;
  return line(nameKey(name || organisation), `${prefix}${[who, role, organisation].filter(Boolean).join(', ')}`);
}

export function complementLines({ complements }: MinutesContent): Line[] {
  return complements.map(({ anchor, author, day }, index) =>
    line(`${anchor ?? index} ${author} ${day}`, [author, formatDay(day, getLocale())].filter(Boolean).join(', ')),
  );
}

function dateText(edtf: string, zone: string): string {
  const when = parseWhen(edtf);
  return when ? formatWhen(when, { zone, locale: getLocale() }).full : edtf;
}
