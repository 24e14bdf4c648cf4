import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { FORMAT_NAMES } from './format-names.ts';
import { BIND } from './prepare-intents.ts';

interface BindFormProps {
  slug: string;
  /** That the next version gets. */
  number: number;
  seen: string;
  /** It would say the same as the version that is out. */
  unchanged: boolean;
  bound: number;
  missing: number;
  fault: string | undefined;
}

/** The one click; beside it what it would give, before it is given. */
export function BindForm({ slug, number, seen, unchanged, bound, missing, fault }: BindFormProps): ReactNode {
  const preview = `/editions/${slug}/volume/prepare/preview`;
  return (
    <section className="card stack" aria-labelledby="t-bind">
      <h2 id="t-bind">{m.volumes_bind_title({ number })}</h2>
      <p>{m.volumes_bind_summary({ bound, missing })}</p>
      <p className="row">
        {m.volumes_preview()}
        {(['pdf', 'docx', 'odt'] as const).map((format) => (
          <a key={format} href={`${preview}/apercu.${format}`}>
            {FORMAT_NAMES[format]()}
          </a>
        ))}
        <a href={`${preview}/apercu.pdf?edition=internal`}>{m.volumes_preview_internal()}</a>
      </p>
      {unchanged ? (
        <p className="meta">
          {m.volumes_unchanged({ number: number - 1 })} <A to={`/editions/${slug}/volume`}>{m.volumes_title()}</A>
        </p>
      ) : null}
      <ErrorSummary faults={fault ? [{ message: fault }] : []} />
      <Form method="post">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton name="intent" value={BIND} icon="seal-check">
          {m.volumes_bind()}
        </SubmitButton>
      </Form>
    </section>
  );
}
