import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Finding } from '#app/model/checker.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { type CheckerPage, CORRECT, checkerPath, SET_ASIDE } from './checker-intents.ts';
import { PROBLEM_WORDS, SEVERITY_WORDS } from './checker-words.ts';

interface CheckerFindingProps {
  finding: Finding;
  meeting: string;
  page: CheckerPage;
}

/** One finding: what is wrong, the words in their place, and what can be done. */
export function CheckerFinding({ finding, meeting, page }: CheckerFindingProps): ReactNode {
  const { severity, problem, expected, correction, anchor, blockId, found, fingerprint } = finding;
  return (
    <li className={`ck__f ck__f--${severity}`}>
      <p>
        <span className="ck__sev">{SEVERITY_WORDS[severity]()}</span> {PROBLEM_WORDS[problem]({ expected: frenchSpaces(expected) })}
      </p>
      <blockquote className="ck__q" lang="fr">
        <Excerpt finding={finding} />
      </blockquote>
      <Form method="post" action={localePath(`/meetings/${meeting}/minutes/findings`)} className="row ck__do">
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <input type="hidden" name="page" value={page} />
        {correction ? (
          <SubmitButton size="sm" name="intent" value={CORRECT} aria-label={m.checker_correct_label(correction)}>
            {correction.to.trim() === ''
              ? m.checker_remove({ from: correction.from.trim() })
              : m.checker_correct({ to: correction.to.trim() })}
          </SubmitButton>
        ) : null}
        <SubmitButton
          size="sm"
          look="line"
          name="intent"
          value={SET_ASIDE}
          aria-label={m.checker_set_aside_label({ found: found.slice(0, 80) })}
        >
          {m.checker_set_aside()}
        </SubmitButton>
        {anchor ? <A to={page === 'prepare' ? `#${anchor}` : `${checkerPath(meeting, 'prepare')}#${anchor}`}>{m.checker_read()}</A> : null}
        {blockId ? <A to={`/meetings/${meeting}/live?pane=notes#${fragmentOf(found)}`}>{m.checker_open()}</A> : null}
      </Form>
    </li>
  );
}

/** The words around, those that are meant marked. */
function Excerpt({ finding: { excerpt, found } }: { finding: Finding }): ReactNode {
  const words = found.replace(/\s+/g, ' ');
  const at = words === '' ? -1 : excerpt.indexOf(words);
  if (at === -1) return frenchSpaces(excerpt);
  return (
    <>
      {excerpt.slice(0, at)}
      <mark>{words}</mark>
      {excerpt.slice(at + words.length)}
    </>
  );
}

/** The place of the words in the notes, for browsers that can go to words (WICG: URL fragment text directives). */
function fragmentOf(found: string): string {
  const start = found.slice(0, 60).toWellFormed();
  return `:~:text=${encodeURIComponent(start).replace(/-/g, '%2D')}`;
}
