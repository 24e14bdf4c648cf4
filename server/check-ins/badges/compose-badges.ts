import { m } from '#app/messages/compiled/messages.js';
import { badgeText, shortCodeInWords } from '#app/model/badge-code.ts';
import type { RegistrationCategory } from '#app/model/registrations.ts';
import type { listBadges } from '#db/check-ins/read-badges.ts';
import type { EditionDetails } from '#db/programme/read.ts';
import type { TypstBadges } from '#server/minutes/formats/typst-badges.ts';
import { drawQr } from './draw-qr.ts';

/** Bands on which white reads (WCAG 2.2, 1.4.3); the word stands in them too. */
const COLOURS: Record<RegistrationCategory, string> = { member: '#0e4a3e', partner: '#1d4f91', speaker: '#7b2c66', press: '#8a4b00' };

/** What the template of badges reads; in French, as the rest of what stands on the wall that day. */
export function composeBadges(
  { name, slug, groupName }: EditionDetails,
  rows: Awaited<ReturnType<typeof listBadges>>,
  { paper, day }: { paper: TypstBadges['paper']; day: number[] },
): TypstBadges {
  const locale = 'fr' as const;
  return {
    title: m.check_ins_badges_document({ edition: name }, { locale }),
    ...{ publisher: groupName, language: locale, region: 'fr', day, colour: COLOURS.member, logo: null, paper, edition: name },
    badges: rows.map(({ organisationName, category, badgeCode, givenName, familyName, function: role }) => ({
      ...{ givenName, familyName, function: role, organisation: organisationName, code: shortCodeInWords(badgeCode) },
      category: categoryWord(category),
      colour: COLOURS[category],
      qr: drawQr(badgeText(slug, badgeCode)),
      alt: m.check_ins_badges_qr({ name: `${givenName} ${familyName}`.trim() }, { locale }),
    })),
  };
}

function categoryWord(category: RegistrationCategory): string {
  const locale = 'fr' as const;
  switch (category) {
    case 'member':
      return m.check_ins_category_member({}, { locale });
    case 'partner':
      return m.check_ins_category_partner({}, { locale });
    case 'speaker':
      return m.check_ins_category_speaker({}, { locale });
    case 'press':
      return m.check_ins_category_press({}, { locale });
  }
}
