import { z } from 'zod';

const id = z.uuid();
const pointOrNone = z.union([id, z.literal('').transform(() => null)]);
const whole = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

const STEPS = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['start', 'close', 'reopen', 'ask', 'withdraw', 'sign']) }),
  z.object({ intent: z.literal('next'), leaving: pointOrNone }),
  z.object({ intent: z.literal('go'), leaving: pointOrNone, point: id }),
  z.object({ intent: z.enum(['pause', 'resume', 'lock', 'unlock']), point: id }),
  z.object({ intent: z.literal('add'), point: id, seen: whole, minutes: whole.pipe(z.number().min(1).max(60)) }),
  z.object({ intent: z.literal('give'), request: id }),
  z.object({ intent: z.literal('check'), attendance: id, present: z.enum(['yes', 'no']).transform((said) => said === 'yes') }),
]);

/** A step as a form of the live page sends it. */
export type StepFields = z.infer<typeof STEPS>;
export type StepIntent = StepFields['intent'];

/** Null: no form of that page, or cut short. */
export function readStep(form: FormData): StepFields | null {
  const read = STEPS.safeParse(Object.fromEntries(form));
  return read.success ? read.data : null;
}
