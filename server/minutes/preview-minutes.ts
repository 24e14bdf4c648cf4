import type { AttributionChoices } from '#app/model/attributions.ts';
import type { Finding } from '#app/model/checker.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { MinutesStatus } from '#app/model/minutes-status.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { countSetAside } from '#db/minutes/findings.ts';
import { readMinutesStatus } from '#db/minutes/read-status.ts';
import type { Services } from '#server/services.ts';
import { findFindings } from './checker/find-findings.ts';
import type { ComposedMinutes } from './compose-edition.ts';
import { composeMinutes } from './compose-minutes.ts';
import { namesLeft, type PassageWithName } from './find-names-left.ts';

export interface MinutesPreview extends ComposedMinutes {
  status: MinutesStatus;
  findings: Finding[];
  /** Findings that organisers set aside. */
  setAside: number;
  /** What is chosen now, as the page shows it. */
  choices: AttributionChoices;
  /** Passages that are not attributed by name and hold the name of who said them. */
  namesLeft: PassageWithName[];
}

/** The draft of the minutes as it is now, in one edition, with what its organisers look at and choose. Changes nothing. */
export async function previewMinutes(services: Services, scope: MeetingScope, edition: Edition): Promise<MinutesPreview> {
  const [composed, status, findings, setAside] = await Promise.all([
    composeMinutes(services, scope, { edition }),
    readMinutesStatus(services.db, scope),
    findFindings(services, scope),
    countSetAside(services.db, scope),
  ]);
  const { attributables, takeAways, content, byDefault } = composed;
  const choices: AttributionChoices = {
    byDefault,
    levels: Object.fromEntries(attributables.flatMap(({ blockId, chosen }) => (chosen ? [[blockId, chosen]] : []))),
    highlights: takeAways.filter(({ chosen }) => chosen).map(({ blockId }) => blockId),
  };
  return { ...composed, status, findings, setAside, choices, namesLeft: edition === 'internal' ? namesLeft(content) : [] };
}
