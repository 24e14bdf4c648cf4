import type { Finding, KnownNames, KnownPerson, WrittenTurn } from '#app/model/checker.ts';
import { type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { firstDay, parseWhen } from '#app/model/when.ts';
import {
  type ListedAttendee,
  listGroupOrganisations,
  listListedPeople,
  listMeetingDates,
  listPeopleNamed,
  listSetAside,
} from '#db/minutes/findings.ts';
import { composeMinutes } from '#server/minutes/compose-minutes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { checkMinutes } from './check-minutes.ts';
import { fontsDraw } from './font-coverage.ts';
import { mentionsIn } from './mentions.ts';
import { passagesOf } from './passages.ts';

/**
 * What the checker finds in the minutes as they would be published now, without what organisers have set aside. For
 * organisers: it reads the internal edition, and compares with people whom their group knows.
 */
export async function findFindings(services: Pick<Services, 'db'>, scope: MeetingScope): Promise<Finding[]> {
  const [{ content }, aside] = await Promise.all([
    composeMinutes(services, scope, { edition: 'internal' }),
    listSetAside(services.db, scope),
  ]);
  const known = await readKnown(services, scope, content);
  return checkMinutes(content, known).filter(({ fingerprint }) => !aside.has(fingerprint));
}

async function readKnown({ db }: Pick<Services, 'db'>, scope: MeetingScope, content: MinutesContent): Promise<KnownNames> {
  const [listed, directory, organisations, dates, notes] = await Promise.all([
    listListedPeople(db, scope),
    listPeopleNamed(db, scope, wordsOfNames(content)),
    listGroupOrganisations(db, scope),
    listMeetingDates(db, scope),
    readNotes({ db }, scope),
  ]);
  const names = new Map(listed.map((one) => [one.id, fullName(one)]));
  const turns = notes.flatMap(({ blocks }) =>
    blocks.flatMap((block): WrittenTurn[] => {
      const linked = block.type === 'paragraph' && block.kind === 'turn' && block.speakerId ? names.get(block.speakerId) : undefined;
      return linked && block.type === 'paragraph' ? [{ blockId: block.id, typed: textOf(block.inline), linked }] : [];
    }),
  );
  return {
    attendees: listed.flatMap(withSubstitute),
    ...{ directory, organisations, turns },
    meetingDays: dates.flatMap((edtf) => {
      const when = parseWhen(edtf);
      return when ? [firstDay(when)] : [];
    }),
    drawable: fontsDraw,
  };
}

/** Whoever stood in was there for the same organisation. */
function withSubstitute(attendee: ListedAttendee): KnownPerson[] {
  const { id: _id, substituteName, substituteFunction, ...person } = attendee;
  if (substituteName === '') return [person];
  return [person, { givenName: '', familyName: substituteName, function: substituteFunction, organisation: person.organisation }];
}

/** The turn may name either. */
function fullName({ givenName, familyName, substituteName }: ListedAttendee): string {
  const own = `${givenName} ${familyName}`.trim();
  return substituteName === '' ? own : `${own} / ${substituteName}`;
}

const MOST_WORDS = 2000;
const NONE: ReadonlySet<string> = new Set();

/** The words of whatever looks like a name in the text, without accents and case. */
function wordsOfNames(content: MinutesContent): string[] {
  const words = new Set<string>();
  for (const passage of passagesOf(content))
    for (const { tokens } of mentionsIn(passage, NONE)) for (const token of tokens) if (token.length > 2) words.add(token);
  return [...words].slice(0, MOST_WORDS);
}
