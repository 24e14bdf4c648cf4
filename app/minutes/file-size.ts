import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';

/** '143 Ko', '2,1 Mo': in thousands of bytes, as file managers tell. */
export function sizeInWords(bytes: number): string {
  if (bytes < 999_500) return m.files_kilobytes({ size: Math.max(1, Math.round(bytes / 1000)) });
  const size = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return m.files_megabytes({ size });
}
