import { REMINDER_LEADS, type ReminderLead } from '#app/model/mail-preferences.ts';

export const OWN = 'own';
export const EACH = 'each';

/** Leads as one hidden field writes them; '' for none of them, EACH for each reader's own choice. */
export function writeLeads(leads: readonly ReminderLead[] | null): string {
  return leads === null ? EACH : leads.join(' ');
}

export function parseLeads(written: unknown): ReminderLead[] | null {
  return written === EACH ? null : among(String(written ?? '').split(' '));
}

/** What was chosen in the form. */
export function leadsIn(form: FormData): ReminderLead[] | null {
  return form.get('mode') === OWN ? among(form.getAll('leads')) : null;
}

function among(written: readonly unknown[]): ReminderLead[] {
  return REMINDER_LEADS.filter((lead) => written.includes(lead));
}
