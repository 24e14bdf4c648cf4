import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** First step: the table, pasted or as a file. */
export function ImportPaste({ path, table, fault }: { path: string; table: string; fault: string | undefined }) {
  return (
    <Form method="post" action={localePath(path)} encType="multipart/form-data" className="im__form">
      <p className="lede">{m.groups_import_what()}</p>
      <Field
        as="textarea"
        label={m.groups_import_paste()}
        name="table"
        rows={12}
        spellCheck={false}
        wrap="off"
        className="textarea input im__t"
        defaultValue={table}
        hint={m.groups_import_paste_hint()}
        error={fault}
      />
      <Field
        type="file"
        label={m.groups_import_file()}
        name="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        hint={m.groups_import_file_hint()}
      />
      <details className="im__ex">
        <summary>{m.groups_import_example()}</summary>
        <pre className="im__pre">{m.groups_import_example_table()}</pre>
      </details>
      <div>
        <SubmitButton size="lg" icon="table">
          {m.groups_import_preview()}
        </SubmitButton>
        <p className="hint">{m.groups_import_nothing_yet()}</p>
      </div>
    </Form>
  );
}
