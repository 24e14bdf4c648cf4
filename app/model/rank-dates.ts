import type { DateVote } from './date-polls.ts';
import { organisationKey } from './directory.ts';

export interface CountedVoter {
  id: string;
  name: string;
  /** '' when none is known: such a voter counts as a person, and for no organisation. */
  organisationName: string;
  /** No date suits without them. */
  required: boolean;
}

export interface GivenVote {
  voterId: string;
  optionId: string;
  vote: DateVote;
}

/** So many organisations can come (0: no such condition), and everybody who is required. */
export interface DateRule {
  minOrganisations: number;
}

export interface DateTally {
  optionId: string;
  /** Voters. */
  yes: number;
  ifNeeded: number;
  no: number;
  /** Organisations of which somebody said yes; and those of which somebody can come, if need be included. */
  organisationsYes: number;
  organisationsAble: number;
  /** Organisations that the rule lacks. */
  organisationsMissing: number;
  /** Required people who did not say that they can come: 'no', or null for those who said nothing. */
  requiredMissing: { voterId: string; name: string; vote: 'no' | null }[];
  satisfied: boolean;
  /** Whether there is anything to satisfy. */
  ruled: boolean;
}

export interface RankedDate extends DateTally {
  /** 1 is the best; dates that nothing tells apart share a rank. */
  rank: number;
}

/** Why the best date is the best: what tells it from the next one. 'tie': nothing does; 'only': there is no other; 'nobody': nobody can come to any. */
export type LeadReason = 'rule' | 'organisations' | 'people' | 'able' | 'refusals' | 'tie' | 'only' | 'nobody';

export interface Ranking {
  /** Best first; equals in the order given. */
  dates: RankedDate[];
  /** The dates of rank 1; none when nobody can come to any. */
  leaders: string[];
  reason: LeadReason;
}

/**
 * Ranks the dates of a poll: those that satisfy the rule first, then by organisations that said yes, then by people who said
 * yes, then by people who can come (yes and if need be), then by fewest no: a yes is worth more than any « if need be ». For
 * the rule « if need be » is enough: a rule is the need.
 */
export function rankDates(
  { optionIds, voters, votes }: { optionIds: readonly string[]; voters: readonly CountedVoter[]; votes: readonly GivenVote[] },
  rule: DateRule,
): Ranking {
  const given = new Map(votes.map(({ optionId, voterId, vote }) => [`${optionId} ${voterId}`, vote]));
  const tallies = optionIds.map((optionId) => tally(optionId, voters, (voterId) => given.get(`${optionId} ${voterId}`) ?? null, rule));
  // toSorted is stable: equals stay in the order given
  const sorted = tallies.toSorted(compare);
  const dates: RankedDate[] = [];
  for (const [index, date] of sorted.entries()) {
    const before = dates[index - 1];
    dates.push({ ...date, rank: before && compare(before, date) === 0 ? before.rank : index + 1 });
  }
  const first = dates[0];
  if (!first || first.yes + first.ifNeeded === 0) return { dates, leaders: [], reason: 'nobody' };
  const leaders = dates.filter((date) => date.rank === 1).map((date) => date.optionId);
  return { dates, leaders, reason: reasonOf(first, dates[1]) };
}

function tally(optionId: string, voters: readonly CountedVoter[], voteOf: (voterId: string) => DateVote | null, rule: DateRule): DateTally {
  const counts: Record<DateVote, number> = { yes: 0, if_needed: 0, no: 0 };
  const organisationsYes = new Set<string>();
  const organisationsAble = new Set<string>();
  const requiredMissing: DateTally['requiredMissing'] = [];
  for (const { id, name, organisationName, required } of voters) {
    const vote = voteOf(id);
    if (vote !== null) counts[vote] += 1;
    if (required && (vote === 'no' || vote === null)) requiredMissing.push({ voterId: id, name, vote });
    if (organisationName === '' || vote === null || vote === 'no') continue;
    organisationsAble.add(organisationKey(organisationName));
    if (vote === 'yes') organisationsYes.add(organisationKey(organisationName));
  }
  const organisationsMissing = Math.max(0, rule.minOrganisations - organisationsAble.size);
  return {
    ...{ optionId, yes: counts.yes, ifNeeded: counts.if_needed, no: counts.no },
    ...{ organisationsYes: organisationsYes.size, organisationsAble: organisationsAble.size },
    ...{ organisationsMissing, requiredMissing, satisfied: organisationsMissing === 0 && requiredMissing.length === 0 },
    ruled: rule.minOrganisations > 0 || voters.some((voter) => voter.required),
  };
}

/** Negative when `a` is better. */
function compare(a: DateTally, b: DateTally): number {
  return (
    Number(b.satisfied) - Number(a.satisfied) ||
    b.organisationsYes - a.organisationsYes ||
    b.yes - a.yes ||
    b.yes + b.ifNeeded - (a.yes + a.ifNeeded) ||
    a.no - b.no
  );
}

function reasonOf(first: DateTally, second: DateTally | undefined): LeadReason {
  if (!second) return 'only';
  if (first.satisfied !== second.satisfied) return 'rule';
  if (first.organisationsYes !== second.organisationsYes) return 'organisations';
  if (first.yes !== second.yes) return 'people';
  if (first.ifNeeded !== second.ifNeeded) return 'able';
  return first.no === second.no ? 'tie' : 'refusals';
}

/** How many organisations some voters stand for: the most that a rule can ask. */
export function countOrganisations(voters: readonly Pick<CountedVoter, 'organisationName'>[]): number {
  return new Set(voters.filter((voter) => voter.organisationName !== '').map((voter) => organisationKey(voter.organisationName))).size;
}
