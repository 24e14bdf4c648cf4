import { m } from '#app/messages/compiled/messages.js';
import type { OrganisationKind } from '#app/model/directory.ts';
import { formatWhen } from '#app/model/format-when.ts';
import type { AcceptedComplement, AgendaLine, AnnexPerson, Intervention, MinutesContent, VersionNote } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';

// What every written format says alike. Documents are in French whoever asks for them: the words of the meeting are.
const fr = { locale: 'fr' } as const;

/** Who speaks, in a line: as attributed in this edition; the internal one says what the other leaves out. */
export function speakerLine(
  { speaker, attribution }: Pick<Intervention, 'speaker' | 'attribution'>,
  edition: MinutesContent['edition'],
): string {
  const { name, function: role, organisation } = speaker;
  const said = [name, role, organisation].filter(Boolean).join(', ') || m.minutes_unattributed({}, fr);
  return edition === 'internal' && attribution === 'internal' ? `${said} (${m.minutes_internal({}, fr).toLowerCase()})` : said;
}

/** Behind what the public edition leaves out, wherever the internal one tells it. */
export function internalMark({ internal }: { internal?: true }): string {
  return internal ? ` (${m.minutes_internal({}, fr).toLowerCase()})` : '';
}

/** Terms and facts above the text: present ones only. */
export function leadFacts({ meeting }: MinutesContent): [term: string, fact: string][] {
  const facts: [string, string][] = [
    [m.minutes_chairs({}, fr), meeting.chairs.join(', ')],
    [m.minutes_facilitation({}, fr), meeting.facilitators.join(', ')],
  ];
  return facts.filter(([, fact]) => fact !== '');
}

/** « Tour de table (20 min) ». */
export function agendaLine({ title, minutes }: AgendaLine): string {
  return minutes > 0 ? `${title} (${m.minutes_agenda_minutes({ minutes }, fr)})` : title;
}

/** « Lundi 30 novembre 2020 », « Janvier 2021, à confirmer »; '' without a date. */
export function dateLine(edtf: string | null, { meeting }: MinutesContent): string {
  const when = edtf === null ? null : parseWhen(edtf);
  return when ? formatWhen(when, { zone: meeting.timeZone, ...fr }).full : '';
}

export function noteTitle({ kind, day, number }: VersionNote, dayInWords: (iso: string) => string): string {
  return (kind === 'erratum' ? m.minutes_erratum : m.minutes_editor_note)({ date: dayInWords(day), number }, fr);
}

export function complementLine({ kind, author, day }: AcceptedComplement, dayInWords: (iso: string) => string): string {
  const what = COMPLEMENTS[kind]({}, fr);
  const date = dayInWords(day);
  return author ? m.minutes_complement_line({ what, author, date }, fr) : m.minutes_complement_line_bare({ what, date }, fr);
}

/** Everybody whom somebody else stood in for, with who did. */
export function representedLines({ annex }: MinutesContent): string[] {
  return annex.present
    .flatMap(({ people }) => people)
    .flatMap(({ represents: represented, name, organisation }) => {
      if (!represented) return [];
      return organisation
        ? m.minutes_annex_represented_by({ represented, organisation, name }, fr)
        : m.minutes_annex_represented_by_bare({ represented, name }, fr);
    });
}

export function personLine({ name, organisation }: AnnexPerson): string {
  return name && organisation ? `${name} (${organisation})` : name || organisation;
}

export function kindOfOrganisations(kind: OrganisationKind): string {
  return KINDS[kind]({}, fr);
}

const COMPLEMENTS = {
  insert: m.minutes_complement_insert,
  replace: m.minutes_complement_replace,
  delete: m.minutes_complement_delete,
  comment: m.minutes_complement_comment,
  identity: m.minutes_complement_identity,
};

const KINDS = {
  commune: m.minutes_annex_kind_commune,
  intercommunality: m.minutes_annex_kind_intercommunality,
  department: m.minutes_annex_kind_department,
  region: m.minutes_annex_kind_region,
  state: m.minutes_annex_kind_state,
  embassy: m.minutes_annex_kind_embassy,
  agency: m.minutes_annex_kind_agency,
  university: m.minutes_annex_kind_university,
  network: m.minutes_annex_kind_network,
  association: m.minutes_annex_kind_association,
  company: m.minutes_annex_kind_company,
  other: m.minutes_annex_kind_other,
};
