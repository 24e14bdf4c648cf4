import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countFindings, type Finding, RULES } from '#app/model/checker.ts';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { CheckerFinding } from './checker-finding.tsx';
import { type CheckerPage, FINDINGS_DONE, RESTORE } from './checker-intents.ts';
import { countWords, doneWords, RULE_WORDS } from './checker-words.ts';
import './checker.css';

interface CheckerPanelProps {
  findings: readonly Finding[];
  /** Slug of the meeting. */
  meeting: string;
  /** The page that the panel stands on, and where its buttons come back to. */
  page: CheckerPage;
  /** How many findings organisers set aside (see `countSetAside`): they can be brought back. */
  setAside?: number;
}

/** Most findings of one rule that are listed; whoever mends them sees the next ones. */
const MOST = 50;

/** What the checker found, by rule, with what can be done about each. Works without scripts. */
export function CheckerPanel({ findings, meeting, page, setAside = 0 }: CheckerPanelProps): ReactNode {
  const [search] = useSearchParams();
  const done = doneWords(search.get(FINDINGS_DONE));
  const groups = RULES.map((rule) => ({ rule, own: findings.filter((one) => one.rule === rule) })).filter(({ own }) => own.length > 0);
  return (
    <section className="ck" id="checker" aria-labelledby="t-checker">
      <h2 id="t-checker">{m.checker_title()}</h2>
      {done ? (
        <Notice look={done.look} role="status">
          {done.text}
        </Notice>
      ) : null}
      {findings.length === 0 ? (
        <p>{m.checker_none()}</p>
      ) : (
        <>
          <p className="ck__sum">
            <b>{countWords(countFindings(findings))}</b>
          </p>
          <p className="hint">{m.checker_intro()}</p>
        </>
      )}
      {groups.map(({ rule, own }) => (
        <details key={rule} className="ck__g" open>
          <summary>
            <h3>{RULE_WORDS[rule]()}</h3> <span className="ck__n">{countWords(countFindings(own))}</span>
          </summary>
          <ul className="ck__l">
            {own.slice(0, MOST).map((finding) => (
              <CheckerFinding
                key={`${finding.fingerprint} ${finding.correction?.nth ?? ''}`}
                finding={finding}
                meeting={meeting}
                page={page}
              />
            ))}
          </ul>
          {own.length > MOST ? <p className="hint">{m.checker_more({ count: own.length - MOST })}</p> : null}
        </details>
      ))}
      {setAside > 0 || search.get(FINDINGS_DONE) === 'aside' ? (
        <Form method="post" action={localePath(`/meetings/${meeting}/minutes/findings`)}>
          <input type="hidden" name="page" value={page} />
          <SubmitButton size="sm" look="quiet" name="intent" value={RESTORE}>
            {m.checker_restore()}
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}
