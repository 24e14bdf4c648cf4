import { m } from '#app/messages/compiled/messages.js';

/** The draft to annotate in a word processor, in the formats that come back as proposals. */
export function DraftFiles({ meeting }: { meeting: string }) {
  const at = `/meetings/${meeting}/minutes/draft`;
  return (
    <p className="hint">
      {m.files_draft()}{' '}
      <a href={`${at}/docx`} download>
        {m.files_draft_docx()}
      </a>
      {', '}
      <a href={`${at}/odt`} download>
        {m.files_draft_odt()}
      </a>
      .
    </p>
  );
}
