import { m } from '#app/messages/compiled/messages.js';

/** What the files say that the document itself does not: names of styles, and what stands around the number of a page. */
export interface OfficeWords {
  styles: Record<'takeaway' | 'decision' | 'action' | 'proposal' | 'question' | 'caution' | 'agreement', string>;
  pageOf: [before: string, between: string, after: string];
}

const fr = { locale: 'fr' } as const;

export function officeWords(): OfficeWords {
  return {
    styles: {
      ...{ takeaway: m.minutes_takeaway({}, fr), decision: m.minutes_decision({}, fr), action: m.minutes_action({}, fr) },
      ...{ proposal: m.minutes_proposal({}, fr), question: m.minutes_question({}, fr) },
      ...{ caution: m.minutes_caution({}, fr), agreement: m.minutes_agreement({}, fr) },
    },
    pageOf: pageOf(),
  };
}

/** « page 2 sur 6 » without its numbers. */
export function pageOf(): [before: string, between: string, after: string] {
  const [before = '', between = '', after = ''] = m.minutes_page_of({ page: '\u0000', pages: '\u0000' }, fr).split('\u0000');
  return [before, between, after];
}
