import { type Locale, localePath } from '#app/locale.ts';
import { GIVEN_ANSWERS, type GivenAnswer } from '#app/model/attendance.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';
import { mintLink } from '#server/accounts/link-tokens.ts';
import type { Services } from '#server/services.ts';

const AFTERWARDS = { months: 1 };
const WITHOUT_DATE = { years: 1 };

export type AnswerLinks = { answer: GivenAnswer; href: string }[];

/**
 * Addresses under which one invited person answers without signing in, one for each answer, all with the same secret. They
 * serve until a month after the meeting (a year when it has no date), so that a late reader still finds the page.
 */
export async function mintAnswerLinks(
  services: Services,
  invitation: { attendanceId: string; personId: string; edtf: string; timeZone: string; locale: Locale },
): Promise<AnswerLinks> {
  const { attendanceId, personId, locale } = invitation;
  const token = await mintLink(services, { purpose: 'answer', personId, attendanceId, validFor: lifetimeOf(services, invitation) });
  const page = `${services.env.appUrl}${localePath(`/answers/${token}`, locale)}`;
  return GIVEN_ANSWERS.map((answer) => ({ answer, href: `${page}?answer=${answer}` }));
}

function lifetimeOf(services: Services, { edtf, timeZone }: { edtf: string; timeZone: string }): Temporal.DurationLike {
  const bounds = boundsOf(whenOf(edtf), timeZone);
  if (!bounds) return WITHOUT_DATE;
  const now = services.clock.now();
  const end = Temporal.Instant.from(bounds.to).toZonedDateTimeISO('UTC').add(AFTERWARDS).toInstant();
  const left = now.until(end);
  return left.sign > 0 ? left : AFTERWARDS;
}
