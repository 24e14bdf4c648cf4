import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

/** On the page of a session, for whoever writes its minutes. */
export function ReportPanel({ slug }: { slug: string }) {
  return (
    <section className="panel reading" aria-labelledby="t-report">
      <h2 id="t-report">{m.rapporteurs_report_title()}</h2>
      <p className="small">{m.rapporteurs_panel_what()}</p>
      <A className="btn btn--wide" to={`/meetings/${slug}/report`}>
        <Icon name="signature" />
        {m.rapporteurs_panel_open()}
      </A>
    </section>
  );
}
