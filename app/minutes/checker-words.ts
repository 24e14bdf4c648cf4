import { m } from '#app/messages/compiled/messages.js';
import type { FindingCounts, Problem, Rule, Severity } from '#app/model/checker.ts';

export const RULE_WORDS: Record<Rule, () => string> = {
  names: m.checker_rule_names,
  functions: m.checker_rule_functions,
  organisations: m.checker_rule_organisations,
  dates: m.checker_rule_dates,
  hours: m.checker_rule_hours,
  sentences: m.checker_rule_sentences,
  references: m.checker_rule_references,
  actions: m.checker_rule_actions,
  leftovers: m.checker_rule_leftovers,
  repetitions: m.checker_rule_repetitions,
  glyphs: m.checker_rule_glyphs,
};

export const SEVERITY_WORDS: Record<Severity, () => string> = {
  error: m.checker_severity_error,
  warning: m.checker_severity_warning,
  hint: m.checker_severity_hint,
};

/** What is wrong, as a sentence. */
export const PROBLEM_WORDS: Record<Problem, (values: { expected: string }) => string> = {
  name_spelling: m.checker_name_spelling,
  name_two_ways: m.checker_name_two_ways,
  name_accents: m.checker_name_accents,
  name_swapped: m.checker_name_swapped,
  name_given_for_family: m.checker_name_given_for_family,
  name_spacing: m.checker_name_spacing,
  name_title: m.checker_name_title,
  name_other_speaker: m.checker_name_other_speaker,
  name_not_attending: m.checker_name_not_attending,
  name_unknown: m.checker_name_unknown,
  function_differs: m.checker_function_differs,
  function_two_ways: m.checker_function_two_ways,
  function_misspelt: m.checker_function_misspelt,
  organisation_differs: m.checker_organisation_differs,
  organisation_spelling: m.checker_organisation_spelling,
  weekday: m.checker_weekday,
  weekday_no_year: m.checker_weekday_no_year,
  no_such_day: m.checker_no_such_day,
  year_differs: m.checker_year_differs,
  date_untyped: m.checker_date_untyped,
  month_order: m.checker_month_order,
  hours_backwards: m.checker_hours_backwards,
  hours_outside: m.checker_hours_outside,
  cut_end: m.checker_cut_end,
  cut_start: m.checker_cut_start,
  list_missing: m.checker_list_missing,
  unclosed: m.checker_unclosed,
  punctuation: m.checker_punctuation,
  empty: m.checker_empty,
  annex_missing: m.checker_annex_missing,
  point_missing: m.checker_point_missing,
  record_missing: m.checker_record_missing,
  note_missing: m.checker_note_missing,
  meeting_missing: m.checker_meeting_missing,
  link_missing: m.checker_link_missing,
  action_no_owner: m.checker_action_no_owner,
  action_no_date: m.checker_action_no_date,
  to_complete: m.checker_to_complete,
  placeholder: m.checker_placeholder,
  markup: m.checker_markup,
  repeated: m.checker_repeated,
  almost_repeated: m.checker_almost_repeated,
  glyph_missing: m.checker_glyph_missing,
};

/** « 2 erreurs, 1 avertissement »; '' when there is nothing. */
export function countWords(counts: FindingCounts): string {
  return [
    counts.error > 0 ? m.checker_error_count({ count: counts.error }) : '',
    counts.warning > 0 ? m.checker_warning_count({ count: counts.warning }) : '',
    counts.hint > 0 ? m.checker_hint_count({ count: counts.hint }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What became of a press on one of the buttons; null: nothing was pressed. */
export function doneWords(done: string | null): { text: string; look: 'ok' | 'warn' } | null {
  switch (done) {
    case 'corrected':
      return { text: m.checker_done_corrected(), look: 'ok' };
    case 'aside':
      return { text: m.checker_done_aside(), look: 'ok' };
    case 'restored':
      return { text: m.checker_done_restored(), look: 'ok' };
    case 'gone':
      return { text: m.checker_done_gone(), look: 'warn' };
    case 'frozen':
      return { text: m.checker_done_frozen(), look: 'warn' };
    default:
      return null;
  }
}
