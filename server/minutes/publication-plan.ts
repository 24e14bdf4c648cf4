import { countFindings, type FindingCounts } from '#app/model/checker.ts';
import type { Visibility } from '#app/model/groups.ts';
import type { Edition, MinutesContent } from '#app/model/minutes-content.ts';
import type { MinutesStatus } from '#app/model/minutes-status.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findVisibility } from '#db/minutes/read.ts';
import { readMinutesStatus } from '#db/minutes/read-status.ts';
import { findApprovedHash } from '#db/minutes/read-versions.ts';
import type { Services } from '#server/services.ts';
import { findFindings } from './checker/find-findings.ts';
import { composeEditions } from './compose-minutes.ts';
import { approvalHash, saysTheSame } from './hash-for-approval.ts';

/** How much one edition says. */
export interface EditionSize {
  statements: number;
  decisions: number;
  actions: number;
  people: number;
}

export interface PublicationPlan {
  meeting: { title: string; timeZone: string };
  status: MinutesStatus;
  /** Number that the next version will have. */
  next: number;
  visibility: Visibility;
  editions: Record<Edition, EditionSize>;
  /** Whether the internal edition says anything else than the public one. */
  internalDiffers: boolean;
  findings: FindingCounts;
  empty: boolean;
  /** It was approved, and says something else by now. */
  changedSinceApproval: boolean;
  /** Hexadecimal; goes with the form, so that nothing is published that the organiser did not have before their eyes. */
  seen: string;
}

/** What would be published now, and what to know before it is. Changes nothing. */
export async function planPublication(services: Services, scope: MeetingScope): Promise<PublicationPlan> {
  const { db } = services;
  const [editions, status, findings, visibility, approved] = await Promise.all([
    composeEditions(services, scope),
    readMinutesStatus(db, scope),
    findFindings(services, scope),
    findVisibility(db, scope),
    findApprovedHash(db, scope),
  ]);
  const hash = approvalHash(editions);
  const { title, timeZone } = editions.public.meeting;
  return {
    ...{ meeting: { title, timeZone }, status, next: status.latest + 1, visibility },
    editions: { public: sizeOf(editions.public), internal: sizeOf(editions.internal) },
    internalDiffers: !saysTheSame(editions.public, editions.internal),
    findings: countFindings(findings),
    empty: editions.internal.sections.length === 0,
    changedSinceApproval: status.state === 'approved' && !approved?.equals(hash),
    seen: hash.toString('hex'),
  };
}

function sizeOf({ sections, decisions, actions, annex }: MinutesContent): EditionSize {
  const statements = sections.flatMap(({ entries }) => entries).length;
  const people = annex.present.flatMap((group) => group.people).length;
  return { statements, decisions: decisions.length, actions: actions.length, people };
}
