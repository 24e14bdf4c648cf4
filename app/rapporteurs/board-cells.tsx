import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import { isWithOrganisers, type ReportStep } from '#app/model/rapporteurs.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { BoardSession } from '#server/rapporteurs/read-board.ts';
import { stepWord } from './step-words.ts';

interface CellProps {
  session: BoardSession;
  /** For links that say the same in every row. */
  title: string;
}

const shortDay = (instant: string, zone: string) => formatDay(localTime(instant, zone).slice(0, 10), getLocale(), { year: false });

export function PresentCell({ session, title }: CellProps) {
  const { slug, listed, checkedIn } = session;
  return (
    <A to={`/meetings/${slug}/attendees`} aria-label={m.rapporteurs_present_of({ title, here: checkedIn, listed })}>
      {m.rapporteurs_present({ here: checkedIn, listed })}
    </A>
  );
}

export function NotesCell({ session, title }: CellProps) {
  const { slug, words, writtenAt, timeZone } = session;
  const label = words > 0 ? m.rapporteurs_words({ count: words }) : m.rapporteurs_no_words();
  return (
    <>
      <A to={`/meetings/${slug}/live`} aria-label={m.rapporteurs_link_of({ label, title })}>
        {label}
      </A>
      {words > 0 && writtenAt ? <span className="meta">{m.rapporteurs_written_on({ date: shortDay(writtenAt, timeZone) })}</span> : null}
    </>
  );
}

export function CheckCell({ session, title }: CellProps) {
  const { slug, findingsLeft, checkIsOld, words, step } = session;
  // what is out was looked at
  if (words === 0 || (step === 'published' && findingsLeft === null)) return <span className="meta">–</span>;
  const label =
    findingsLeft === null
      ? m.rapporteurs_unchecked()
      : findingsLeft === 0
        ? m.rapporteurs_checked()
        : m.rapporteurs_findings({ count: findingsLeft });
  return (
    <>
      <A to={`/meetings/${slug}/minutes#checker`} aria-label={m.rapporteurs_link_of({ label, title })}>
        {label}
      </A>
      {checkIsOld ? <span className="meta">{m.rapporteurs_check_old()}</span> : null}
    </>
  );
}

const LOOKS: Record<ReportStep, 'ok' | 'warn' | 'brand' | 'soft' | undefined> = {
  ...({ nobody: 'soft', to_write: 'soft', writing: undefined, handed_in: 'warn' } as const),
  ...({ in_review: 'warn', approved: 'ok', published: 'brand' } as const),
};

export function MinutesCell({ session, title }: CellProps) {
  const { slug, step, version, errata, handedInAt, handedInByName, timeZone } = session;
  const act = actOf(step, slug);
  return (
    <>
      <Tag look={LOOKS[step]} icon={step === 'published' ? 'check' : undefined}>
        {stepWord(step)}
      </Tag>
      {step === 'handed_in' && handedInAt ? (
        <span className="meta">{m.rapporteurs_handed_in_by({ name: handedInByName, date: shortDay(handedInAt, timeZone) })}</span>
      ) : null}
      {version !== null ? (
        <span className="meta">
          {errata > 0 ? m.rapporteurs_version_errata({ number: version, count: errata }) : m.rapporteurs_version({ number: version })}
        </span>
      ) : null}
      {act ? (
        <A className="rb-act no-print" to={act.to} aria-label={m.rapporteurs_link_of({ label: act.label, title })}>
          {act.label}
        </A>
      ) : null}
    </>
  );
}

function actOf(step: ReportStep, slug: string): { to: string; label: string } | null {
  switch (step) {
    case 'nobody':
    case 'to_write':
      return null;
    case 'writing':
      return { to: `/meetings/${slug}/minutes`, label: m.rapporteurs_act_read() };
    case 'handed_in':
      return { to: `/meetings/${slug}/minutes`, label: m.rapporteurs_act_proofread() };
    case 'in_review':
      return { to: `/meetings/${slug}/minutes/review`, label: m.rapporteurs_act_review() };
    case 'approved':
      return { to: `/meetings/${slug}/minutes/publish`, label: m.rapporteurs_act_publish() };
    case 'published':
      return { to: `/minutes/${slug}`, label: m.rapporteurs_act_open() };
  }
}

export function DueCell({ session, today }: { session: BoardSession; today: string }) {
  const { due, late, step, ownDue } = session;
  if (due === null) return <span className="meta">{m.rapporteurs_no_due()}</span>;
  const day = formatDay(due, getLocale(), { year: due.slice(0, 4) !== today.slice(0, 4) });
  return (
    <>
      <time dateTime={due}>{day}</time>
      {late > 0 ? <span className="rb-bad">{m.rapporteurs_late({ count: late })}</span> : null}
      {late === 0 && due === today && !isWithOrganisers(step) ? <span className="meta">{m.rapporteurs_due_today()}</span> : null}
      {ownDue ? <span className="meta">{m.rapporteurs_own_due()}</span> : null}
    </>
  );
}
