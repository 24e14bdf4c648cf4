import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { enterPreviews } from '#server/outbox/access.ts';
import { dkimRecord, inZoneFile } from '#server/outbox/dkim-key.ts';
import { isTemplate, samplesOf } from '#server/outbox/previews/render-preview.ts';
import { templates } from '#server/outbox/templates.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/previews.route.ts';
import { templateWords } from './mail-words.ts';
import './outbox.css';

const PATH = '/mails/previews';

export const meta: Route.MetaFunction = () => [
  { title: `${m.outbox_previews_title()} · ${m.common_brand()}` },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  await enterPreviews(services, viewer, PATH);
  const names = Object.keys(templates).filter(isTemplate);
  const mails = names.map((name) => ({ name, subject: samplesOf(services, name, getLocale())[0]?.subject ?? '' }));
  const { dkim, demo } = services.env;
  return { mails, signature: demo ? null : { record: dkim ? inZoneFile(dkimRecord(dkim)) : null } };
}

/** Every mail of the product by its subject. */
export default function Previews({ loaderData: { mails, signature } }: Route.ComponentProps) {
  return (
    <div className="wrap fm-head stack">
      <h1>{m.outbox_previews_title()}</h1>
      <p className="lede">{m.outbox_previews_what()}</p>
      <ul className="ledger ledger--tight">
        {mails.map(({ name, subject }) => (
          <li className="ledger__row" key={name}>
            <div className="ledger__m">{templateWords(name)}</div>
            <div className="ledger__b">
              <A to={`${PATH}/${name}`}>{subject}</A>
            </div>
          </li>
        ))}
      </ul>
      {signature ? (
        <section aria-labelledby="t-dkim">
          <h2 id="t-dkim">{m.outbox_dkim_title()}</h2>
          <p>{signature.record ? m.outbox_dkim_record() : m.outbox_dkim_none()}</p>
          {signature.record ? <pre className="ob__raw">{signature.record}</pre> : null}
        </section>
      ) : null}
    </div>
  );
}
