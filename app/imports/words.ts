import { m } from '#app/messages/compiled/messages.js';
import type { AttendeePart } from '#app/model/import-changes.ts';
import type { Confidence, PieceKind, ReadingFault, ReadingNotice } from '#app/model/imports.ts';

const CONFIDENCE: Record<Confidence, () => string> = {
  sure: m.imports_sure,
  likely: m.imports_likely,
  unsure: m.imports_unsure,
};
export const confidenceWord = (confidence: Confidence) => CONFIDENCE[confidence]();

const KINDS: Record<PieceKind, () => string> = {
  out: m.imports_kind_out,
  section: m.imports_kind_section,
  heading: m.imports_kind_heading,
  told: m.imports_kind_told,
  item: m.imports_kind_item,
  row: m.imports_kind_row,
  text: m.imports_kind_text,
  turn: m.imports_kind_turn,
  takeaway: m.imports_kind_takeaway,
  question: m.imports_kind_question,
  caution: m.imports_kind_caution,
  agreement: m.imports_kind_agreement,
  decision: m.imports_kind_decision,
  action: m.imports_kind_action,
  proposal: m.imports_kind_proposal,
};
export const kindWord = (kind: PieceKind) => KINDS[kind]();

const PARTS: Record<AttendeePart, () => string> = {
  participant: m.imports_part_participant,
  speaker: m.imports_part_speaker,
  facilitator: m.imports_part_facilitator,
  chair: m.imports_part_chair,
  interpreter: m.imports_part_interpreter,
  excused: m.imports_part_excused,
  out: m.imports_part_out,
};
export const partWord = (part: AttendeePart) => PARTS[part]();

const NOTICES: Record<ReadingNotice, () => string> = {
  cut: m.imports_notice_cut,
  pictures: m.imports_notice_pictures,
  macros: m.imports_notice_macros,
  linked: m.imports_notice_linked,
  changes: m.imports_notice_changes,
  comments: m.imports_notice_comments,
};
export const noticeWords = (notice: ReadingNotice) => NOTICES[notice]();

const FAULTS: Record<ReadingFault, () => string> = {
  empty: m.imports_fault_empty,
  too_large: m.imports_fault_too_large,
  unknown_format: m.imports_fault_unknown_format,
  old_word: m.imports_fault_old_word,
  damaged: m.imports_fault_damaged,
  encrypted: m.imports_fault_encrypted,
  bomb: m.imports_fault_bomb,
  too_many_entries: m.imports_fault_too_many_entries,
  unsafe_names: m.imports_fault_unsafe_names,
  unsafe_xml: m.imports_fault_unsafe_xml,
  scan: m.imports_fault_scan,
  garbled: m.imports_fault_garbled,
  too_long: m.imports_fault_too_long,
  too_slow: m.imports_fault_too_slow,
};
export const faultWords = (fault: ReadingFault) => FAULTS[fault]();
