import { type Locale, localePath } from '#app/locale.ts';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { cleanLine } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import { findDeclined } from '#db/speakers/read-declined.ts';
import { listOwnParts, type OwnPart, readOwnProfile } from '#db/speakers/read-own.ts';
import { speakerDeclinedMail } from '#emails/speaker-declined.tsx';
import { speakerLinkMail } from '#emails/speaker-link.tsx';
import { mintLink } from '#server/accounts/link-tokens.ts';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { speakerForMail } from './access.ts';

/** After the edition: slides and texts are still put right then, before the volume is bound. */
const AFTERWARDS = { months: 3 };

/** The link of a speaker's page; not wanted any more by whoever has no part left, or whose sessions are all called off. */
export const renderSpeakerLink: MailTemplate<'speaker-link'> = async (services, { payload, personId, locale }) => {
  const scope = personId && (await speakerForMail(services, { editionId: payload.editionId, personId }));
  if (!scope) return null;
  const [profile, parts] = await Promise.all([readOwnProfile(services.db, scope), listOwnParts(services.db, scope)]);
  const coming = parts.filter(({ status }) => status !== 'cancelled');
  if (coming.length === 0) return null;
  const organiser = await senderOf(services, payload.by);
  const mail = speakerLinkMail({
    ...{ locale, appUrl: services.env.appUrl, name: profile.givenName, occasion: payload.occasion, organiserName: organiser?.name ?? null },
    edition: { name: cleanLine(profile.edition.name), groupName: profile.edition.groupName },
    dates: [...new Set([profile.edition.startsOn, profile.edition.endsOn])].map((day) => formatDay(day, locale, { weekday: true })),
    sessions: coming.map((part) => lineOf(part, locale)),
    link: await speakerLink(services, { ...scope, endsOn: profile.edition.endsOn, locale }),
  });
  return { ...mail, ...(organiser && { organiser }) };
};

/** A speaker will not come, to an organiser; not wanted any more when they changed their mind. */
export const renderSpeakerDeclined: MailTemplate<'speaker-declined'> = async (services, { payload, locale }) => {
  const found = await findDeclined(services.db, payload.attendanceId);
  if (!found) return null;
  const { appUrl } = services.env;
  return speakerDeclinedMail({
    ...{ locale, appUrl, who: `${found.givenName} ${found.familyName}`.trim(), organisation: found.organisationName, words: found.words },
    session: lineOf(found, locale),
    edition: { name: cleanLine(found.editionName), groupName: found.groupName },
    link: `${appUrl}${localePath(`/editions/${found.editionSlug}/speakers`, locale)}`,
  });
};

/** A new address of somebody's page; the earlier ones go on serving until they are revoked. */
async function speakerLink(
  services: Services,
  { editionId, personId, endsOn, locale }: { editionId: string; personId: string; endsOn: string; locale: Locale },
): Promise<string> {
  const end = Temporal.PlainDate.from(endsOn).add(AFTERWARDS).toZonedDateTime('UTC').toInstant();
  const left = services.clock.now().until(end);
  const validFor = left.sign > 0 ? left : AFTERWARDS;
  const token = await mintLink(services, { purpose: 'speaker', personId, editionId, validFor });
  return `${services.env.appUrl}${localePath(`/speaking/${token}`, locale)}`;
}

function lineOf(
  { title, edtf, timeZone, placeName }: Pick<OwnPart, 'title' | 'edtf' | 'timeZone' | 'placeName'>,
  locale: Locale,
): { title: string; when: string } {
  const when = whenOf(edtf);
  const words = when.kind === 'unknown' ? '' : formatWhen(when, { zone: timeZone, locale }).full;
  return { title: cleanLine(title), when: [words, cleanLine(placeName)].filter(Boolean).join(', ') };
}
