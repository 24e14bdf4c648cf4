import { renderSVG } from 'uqr';
import type { RegistrationScope } from '#app/model/scope.ts';
import { findRegistration } from '#db/registrations/read-own.ts';
import type { Services } from '#server/services.ts';

/** The badge's QR code (ISO/IEC 18004) as SVG, black on white whatever the page is: cameras need the contrast. Null: no place, no badge. */
export async function drawBadge(services: Services, scope: RegistrationScope): Promise<string | null> {
  const { badgeCode, state } = await findRegistration(services.db, scope);
  return state === 'registered' ? renderSVG(badgeCode, { ecc: 'M', border: 4, pixelSize: 6 }) : null;
}
