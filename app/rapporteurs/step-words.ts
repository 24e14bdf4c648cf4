import { m } from '#app/messages/compiled/messages.js';
import type { ReportStep } from '#app/model/rapporteurs.ts';

const WORDS: Record<ReportStep, () => string> = {
  nobody: m.rapporteurs_step_nobody,
  to_write: m.rapporteurs_step_to_write,
  writing: m.rapporteurs_step_writing,
  handed_in: m.rapporteurs_step_handed_in,
  in_review: m.rapporteurs_step_in_review,
  approved: m.rapporteurs_step_approved,
  published: m.rapporteurs_step_published,
};

export function stepWord(step: ReportStep): string {
  return WORDS[step]();
}
