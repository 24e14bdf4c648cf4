import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, localTime, sentenceCase } from '#app/model/format-when.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';
import type { PublishedVersion } from '#db/minutes/read.ts';
import type { Services } from '#server/services.ts';
import { toDocx } from './formats/docx.ts';
import { toMarkdown } from './formats/markdown.ts';
import { toOdt } from './formats/odt.ts';
import { toPlainText } from './formats/plain-text.ts';
import type { VersionFacts } from './formats/version-facts.ts';
import { readContent } from './read-content.ts';

const FORMATS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', render: toDocx },
  odt: { type: 'application/vnd.oasis.opendocument.text', render: toOdt },
  md: { type: 'text/markdown; charset=utf-8', render: toMarkdown },
  txt: { type: 'text/plain; charset=utf-8', render: toPlainText },
  json: { type: 'application/json; charset=utf-8', render: null },
} as const;

export interface RenderedFile {
  extension: keyof typeof FORMATS;
  name: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/** Renders a version in the format that the end of `file` names; null when the name is not that of a file of this version. */
export async function renderVersion(services: Services, version: PublishedVersion, file: string): Promise<RenderedFile | null> {
  const content = readContent(version.content);
  const extension = file.slice(file.lastIndexOf('.') + 1) as keyof typeof FORMATS;
  const name = `${content.meeting.slug}-v${version.number}.${extension}`;
  if (!Object.hasOwn(FORMATS, extension) || file !== name) return null;
  const { type, render } = FORMATS[extension];
  return { extension, name, type, body: render ? await render(content, factsOf(services, version, content)) : version.content };
}

function factsOf(services: Services, version: PublishedVersion, { meeting, language }: MinutesContent): VersionFacts {
  const locale = language;
  const when = parseWhen(meeting.edtf);
  const at = when && formatWhen(when, { zone: meeting.timeZone, locale });
  const date = formatDay(localTime(version.publishedAt, meeting.timeZone).slice(0, 10), locale);
  const url = `${services.env.appUrl}/minutes/${meeting.slug}/v/${version.number}`;
  return {
    when: sentenceCase([at?.date, at?.time].filter(Boolean).join(', ')),
    line: m.minutes_version_line({ number: version.number, date, name: version.publishedByName }, { locale }),
    proof: `${m.minutes_online({ url }, { locale })}\n${m.minutes_fingerprint_text({ hash: version.sha256.toString('hex') }, { locale })}`,
    day: (iso) => formatDay(iso, locale),
  };
}
