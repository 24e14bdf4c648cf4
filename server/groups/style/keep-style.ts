import { contrastOnWhite, ENOUGH_CONTRAST, HOUSE_COLOUR, readableOnWhite } from '#app/model/group-style.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { readStyle, type StyleRecord } from '#db/groups/read-style.ts';
import { writeStyle } from '#db/groups/write-style.ts';
import { inTransaction } from '#db/transaction.ts';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { renderFile } from '#server/minutes/files/render-file.ts';
import type { Services } from '#server/services.ts';
import { type PictureFault, readPicture } from './read-picture.ts';
import { sampleOrder } from './sample-order.ts';

export interface StyleForm {
  /** '#0e4a3e'; null: the product's own. */
  colour: string | null;
  footer: string;
  logoAlt: string;
  /** undefined: the logo that is kept stays; null: it goes. */
  logo: Uint8Array | null | undefined;
}

export type KeptStyle =
  | { ok: true }
  /** `suggestion`: the same colour, dark enough. */
  | { ok: false; reason: 'pale'; suggestion: string; contrast: number }
  | { ok: false; reason: PictureFault | 'logo-without-words' }
  | { ok: false; reason: 'conflict'; current: StyleRecord };

/** Keeps how a group's papers look from its next publication on. `revision`: the one that the form was filled from, 0 for none. */
export async function keepStyle(
  services: Services,
  { viewer, scope, revision, style }: { viewer: Viewer; scope: OrganisedGroup; revision: number; style: StyleForm },
): Promise<KeptStyle> {
  const { colour, footer, logoAlt, logo } = style;
  const contrast = colour === null ? ENOUGH_CONTRAST : contrastOnWhite(colour);
  if (colour !== null && contrast < ENOUGH_CONTRAST) return { ok: false, reason: 'pale', suggestion: readableOnWhite(colour), contrast };
  const picture = logo ? await findPicture(logo, colour ?? HOUSE_COLOUR) : null;
  if (picture && !picture.ok) return picture;
  return inTransaction(services.db, async (trx) => {
    const current = await readStyle(trx, scope);
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const hasLogo = logo === undefined ? current.logoType !== null : logo !== null;
    // whoever does not see it has to be told what it says (WCAG 2.2, 1.1.1)
    if (hasLogo && logoAlt === '') return { ok: false, reason: 'logo-without-words' };
    const change = {
      ...{ colour, footer, logoAlt: hasLogo ? logoAlt : '' },
      ...(logo === undefined ? {} : { logo: logo && Buffer.from(logo), logoType: picture?.ok ? picture.type : null }),
    };
    if (!(await writeStyle(trx, scope, { revision, change, now: services.clock.now().toString() })))
      return { ok: false, reason: 'conflict', current: await readStyle(trx, scope) };
    const subject = {
      subjectType: 'group',
      subjectId: scope.groupId,
      detail: { colour, logo: logo === undefined ? 'kept' : logo !== null },
    };
    await recordAudit(trx, { personId: viewer.personId, action: 'group.style', ...subject });
    return { ok: true };
  });
}

/** Each drawing may take as much memory as a volume. */
const inTurn = fewAtOnce(2);

/** A picture may say that it is one and be broken inside: it is drawn once, where that can do no harm, before it is kept. */
async function findPicture(bytes: Uint8Array, colour: string) {
  const picture = readPicture(bytes);
  if (!picture.ok) return picture;
  const logo = {
    base64: Buffer.from(bytes).toString('base64'),
    alt: 'logo',
    type: picture.type,
    width: picture.width,
    height: picture.height,
  };
  const drawn = await inTurn(() => renderFile(sampleOrder({ colour, footer: '', logo }), { milliseconds: 10_000 }));
  return drawn.ok || drawn.reason === 'unavailable' ? picture : { ok: false as const, reason: 'not-a-picture' as const };
}
