import { getLocale } from '#app/locale.ts';
import { readFigures } from '#server/figures/read-figures.ts';
import { enterEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { writeCsv } from '#server/registrations/export/csv.ts';
import { writeOds } from '#server/registrations/export/ods.ts';
import { SHEET_FORMATS, SHEET_TYPES, type Sheet, type SheetFormat } from '#server/registrations/export/sheet.ts';
import { writeXlsx } from '#server/registrations/export/xlsx.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/download-figures.route.ts';
import { figuresSheet } from './figures-sheet.ts';

/** The figures of an edition as a table: what the page shows to the same person, and no more. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/figures`);
  const format = SHEET_FORMATS.find((known) => known === params.format) ?? notFound();
  const figures = (await readFigures(services, scope)) ?? notFound();
  const body = await write(figuresSheet(figures, params.edition), format);
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': SHEET_TYPES[format],
      'Content-Disposition': `attachment; filename="figures-${params.edition}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

async function write(sheet: Sheet, format: SheetFormat): Promise<Buffer> {
  if (format === 'xlsx') return writeXlsx(sheet);
  return format === 'ods' ? writeOds(sheet) : writeCsv(sheet, getLocale() === 'fr' ? ';' : ',');
}
