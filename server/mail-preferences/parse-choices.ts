import { z } from 'zod';
import type { MailChoices } from '#app/model/mail-choices.ts';
import { ALLOWED, REMINDER_LEADS } from '#app/model/mail-preferences.ts';

const schema = z.object({
  deliveries: z.object({
    invitations: z.enum(ALLOWED.invitations),
    minutes: z.enum(ALLOWED.minutes),
    reviews: z.enum(ALLOWED.reviews),
    follow_ups: z.enum(ALLOWED.follow_ups),
    date_polls: z.enum(ALLOWED.date_polls),
  }),
  leads: z.array(z.enum(REMINDER_LEADS)).max(REMINDER_LEADS.length),
  digestHour: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().max(23)),
  subscribed: z.boolean(),
});

/** Reads the form of preferences; null: no page of ours sent it, since all of its controls offer what may be chosen. */
export function parseChoices(form: FormData): MailChoices | null {
  const read = schema.safeParse({
    deliveries: Object.fromEntries(Object.keys(ALLOWED).map((kind) => [kind, form.get(kind)])),
    leads: form.getAll('leads'),
    digestHour: form.get('digestHour'),
    subscribed: form.get('subscribed') === 'yes',
  });
  return read.success ? { ...read.data, leads: REMINDER_LEADS.filter((lead) => read.data.leads.includes(lead)) } : null;
}
