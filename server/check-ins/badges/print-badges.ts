import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import { type BadgeChoice, listBadges } from '#db/check-ins/read-badges.ts';
import { markPrinted } from '#db/check-ins/write-badges.ts';
import { findEdition } from '#db/programme/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { renderFile } from '#server/minutes/files/render-file.ts';
import { NO_STYLE } from '#server/minutes/formats/house-style.ts';
import type { TypstBadges } from '#server/minutes/formats/typst-badges.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { composeBadges } from './compose-badges.ts';

export type PrintedBadges =
  | { ok: true; pdf: Buffer; pages: number; registrationIds: string[] }
  /** none: the choice is empty; unavailable: this server makes no PDF; failed: it could not now. */
  | { ok: false; reason: 'none' | 'unavailable' | 'failed' };

/** Badges as a PDF (PDF/UA-1); 500 take a few seconds. Remembers nothing: see `rememberPrint`. */
export async function printBadges(
  services: Services,
  scope: OrganisedEdition,
  { choice, paper }: { choice: BadgeChoice; paper: TypstBadges['paper'] },
): Promise<PrintedBadges> {
  const [edition, rows] = await Promise.all([
    findEdition(services.db, scope),
    listBadges(services.db, scope, choice, { limit: CHECK_LIMITS.people }),
  ]);
  if (rows.length === 0) return { ok: false, reason: 'none' };
  const { year, month, day } = services.clock.now().toZonedDateTimeISO(edition.timeZone);
  const document = composeBadges(edition, rows, { paper, day: [year, month, day] });
  const rendered = await renderFile({ format: 'pdf', document, house: NO_STYLE });
  if (!rendered.ok) {
    if (rendered.reason === 'unavailable') return { ok: false, reason: 'unavailable' };
    services.log.error('badges not rendered', { editionId: scope.editionId, reason: rendered.reason, detail: rendered.detail });
    return { ok: false, reason: 'failed' };
  }
  return { ok: true, pdf: rendered.bytes, pages: rendered.pages ?? 0, registrationIds: rows.map(({ id }) => id) };
}

/** The badges are on paper: the next print of new ones leaves them out. */
export async function rememberPrint(services: Services, registrationIds: readonly string[]): Promise<void> {
  await inTransaction(services.db, (trx) => markPrinted(trx, { registrationIds, at: services.clock.now().toString() }));
}
