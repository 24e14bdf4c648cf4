import { m } from '#app/messages/compiled/messages.js';
import type { DoorVerdict } from './door-verdict.ts';

/** What is said large, and what is said under it. `hourOf` gives an instant's hour as people here say it. */
export function wordsOf(verdict: DoorVerdict, hourOf: (instant: string) => string): { title: string; more: string } {
  switch (verdict.kind) {
    case 'welcome':
      return { title: m.check_ins_welcome(), more: '' };
    case 'goodbye':
      return { title: m.check_ins_goodbye(), more: '' };
    case 'not-in':
      return { title: m.check_ins_not_in(), more: m.check_ins_not_in_hint() };
    case 'again':
      return {
        title: m.check_ins_again(),
        more: m.check_ins_again_when({ time: hourOf(verdict.presence.at ?? ''), door: verdict.presence.door }),
      };
    case 'waiting':
      return { title: m.check_ins_waiting(), more: m.check_ins_waiting_hint() };
    case 'cancelled':
      return { title: m.check_ins_cancelled(), more: m.check_ins_cancelled_hint() };
    case 'elsewhere':
      return { title: m.check_ins_elsewhere(), more: m.check_ins_elsewhere_hint() };
    case 'walked-in':
      return { title: m.check_ins_welcome(), more: verdict.full ? m.check_ins_full() : m.check_ins_walked_in() };
    case 'undone':
      return { title: m.check_ins_undone(), more: '' };
    case 'unknown':
      return { title: m.check_ins_unknown(), more: m.check_ins_unknown_hint() };
    case 'other-edition':
      return { title: m.check_ins_other_edition(), more: m.check_ins_other_edition_hint() };
    case 'unreadable':
      return { title: m.check_ins_unreadable(), more: m.check_ins_unreadable_hint() };
    case 'early':
      return { title: m.check_ins_early(), more: m.check_ins_early_hint() };
    case 'over':
      return { title: m.check_ins_over(), more: m.check_ins_over_hint() };
    case 'revoked':
      return { title: m.check_ins_revoked(), more: m.check_ins_revoked_hint() };
    case 'no-list':
      return { title: m.check_ins_no_list(), more: m.check_ins_no_list_hint() };
  }
}
