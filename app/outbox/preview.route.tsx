import { getLocale, type Locale, locales } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { enterPreviews } from '#server/outbox/access.ts';
import { headersIn, openRawMail } from '#server/outbox/open-raw-mail.ts';
import { isTemplate, samplesOf, wireOf } from '#server/outbox/previews/render-preview.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/preview.route.ts';
import { templateWords } from './mail-words.ts';
import './outbox.css';

const LANGUAGES: Record<Locale, () => string> = { fr: m.outbox_french, en: m.outbox_english };

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: `${loaderData?.mail.subject ?? m.outbox_previews_title()} · ${m.common_brand()}` },
    { name: 'robots', content: 'noindex' },
  ];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { template } = params;
  await enterPreviews(services, viewer, `/mails/previews/${template}`);
  if (!isTemplate(template)) return notFound();
  const asked = new URL(request.url).searchParams;
  const locale = locales.find((one) => one === asked.get('in')) ?? getLocale();
  const samples = samplesOf(services, template, locale);
  const number = Math.min(Math.max(Number(asked.get('sample')) || 1, 1), samples.length);
  const sample = samples[number - 1];
  if (!sample) return notFound();
  const raw = await wireOf(services, sample);
  return { template, locale, number, count: samples.length, mail: await openRawMail(raw), headers: headersIn(raw) };
}

/** One mail as its reader gets it: the HTML, the plain text, what goes to the calendar, and the headers. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const { template, locale, number, count, mail, headers } = loaderData;
  const path = `/mails/previews/${template}`;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: '/mails/previews', label: m.outbox_previews_title() }]} />
      <p className="eyebrow">{templateWords(template)}</p>
      <h1 lang={locale}>{mail.subject}</h1>
      <nav aria-label={m.outbox_language()} className="row">
        {locales.map((one) => (
          <A
            key={one}
            className={one === locale ? 'btn btn--sm' : 'btn btn--line btn--sm'}
            to={`${path}?in=${one}&sample=${number}`}
            aria-current={one === locale ? 'page' : undefined}
          >
            {LANGUAGES[one]()}
          </A>
        ))}
      </nav>
      {count > 1 ? (
        <nav aria-label={m.outbox_samples()} className="row">
          {Array.from({ length: count }, (_, index) => index + 1).map((each) => (
            <A
              key={each}
              className={each === number ? 'btn btn--sm' : 'btn btn--line btn--sm'}
              to={`${path}?in=${locale}&sample=${each}`}
              aria-current={each === number ? 'page' : undefined}
            >
              {m.outbox_sample({ number: each })}
            </A>
          ))}
        </nav>
      ) : null}
      {/* no scripts, no forms, no way out: the links of a sample lead nowhere */}
      <iframe className="ob__frame" title={m.outbox_body()} sandbox="" srcDoc={mail.html} />
      <Part title={m.outbox_text()} text={mail.text} lang={locale} />
      {mail.calendar ? <Part title={m.outbox_calendar()} text={mail.calendar} lang={locale} /> : null}
      <Part title={m.outbox_headers()} text={headers} lang="en" />
    </div>
  );
}

function Part({ title, text, lang }: { title: string; text: string; lang: string }) {
  return (
    <details className="ob__part">
      <summary>{title}</summary>
      <pre className="ob__raw" lang={lang}>
        {text}
      </pre>
    </details>
  );
}
