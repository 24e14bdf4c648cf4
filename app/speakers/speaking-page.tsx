import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { Owed } from '#app/model/speakers.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { OwnPart, OwnProfile } from '#db/speakers/read-own.ts';
import type { Refused, Said } from './act-on-speaking.server.ts';
import { DetailsForm } from './details-form.tsx';
import { OwnSession } from './own-session.tsx';
import { PortraitForm } from './portrait-form.tsx';
import { owedWords } from './words.ts';

interface SpeakingPageProps {
  profile: OwnProfile;
  sessions: readonly (OwnPart & { over: boolean })[];
  owed: Owed[];
  said: Said | null;
  refused: Refused;
  /** Where its forms go. */
  path: string;
  token: string;
}

const SAID_WORDS: Record<Said, () => string> = {
  answer: m.speakers_own_said_answer,
  details: m.speakers_own_said_details,
  portrait: m.speakers_own_said_portrait,
  'no-portrait': m.speakers_own_said_no_portrait,
  slides: m.speakers_own_said_slides,
  'no-slides': m.speakers_own_said_no_slides,
  release: m.speakers_own_said_release,
};

/** Everything that concerns one speaker: their sessions, how they are presented, their portrait. */
export function SpeakingPage({ profile, sessions, owed, said, refused, path, token }: SpeakingPageProps) {
  const { edition } = profile;
  const notice = refused.session?.notice;
  return (
    <div className="wrap fm-head spk">
      <p className="kicker">{edition.groupName}</p>
      <h1>{edition.name}</h1>
      <p className="lede">{[datesOf(edition), edition.place].filter(Boolean).join(', ')}</p>
      <p className="measure">{m.speakers_own_lede({ name: profile.givenName || profile.familyName })}</p>
      {notice ? (
        <Notice look="warn" role="alert">
          {notice}
        </Notice>
      ) : null}
      {said && Object.keys(refused).length === 0 ? (
        <Notice look="ok" role="status">
          {SAID_WORDS[said]()} {owed.length > 0 ? m.speakers_own_missing({ what: owedWords(owed) }) : m.speakers_own_all_there()}
        </Notice>
      ) : (
        <Notice look={owed.length > 0 ? 'info' : 'ok'}>
          {owed.length > 0 ? m.speakers_own_missing({ what: owedWords(owed) }) : m.speakers_own_all_there()}
        </Notice>
      )}
      <section aria-labelledby="t-sessions">
        <div className="sect__h">
          <h2 id="t-sessions">{m.speakers_own_sessions({ count: sessions.length })}</h2>
        </div>
        {sessions.map((session) => (
          <OwnSession
            key={session.attendanceId}
            session={session}
            path={path}
            refused={refused.session?.attendanceId === session.attendanceId ? refused.session : null}
          />
        ))}
      </section>
      <DetailsForm profile={profile} path={path} refused={refused.details ?? null} />
      <PortraitForm profile={profile} path={path} token={token} fault={refused.portrait} />
    </div>
  );
}

function datesOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  return sentenceCase(formatWhen({ ...when, toConfirm: false }, { zone: 'UTC', locale: getLocale() }).date);
}
