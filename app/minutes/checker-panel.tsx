import type { ReactNode } from 'react';
import type { Finding } from '#app/model/checker.ts';

interface CheckerPanelProps {
  findings: readonly Finding[];
  /** Slug of the meeting. */
  meeting: string;
  /** Page to come back to after a finding was corrected or set aside: a path without the language. */
  back: string;
}

/** What the checker found, on the pages from which minutes are prepared and published. Works without scripts. */
export function CheckerPanel({ findings }: CheckerPanelProps): ReactNode {
  return <section id="checker" data-findings={findings.length} />;
}
