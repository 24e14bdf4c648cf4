/** Somebody of the directory whom a description may mean; without the address, which the person asking may not know. */
export interface Candidate {
  id: string;
  name: string;
  place: string;
  /** Belongs to the group already. */
  member: boolean;
}

interface Known {
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string | null;
  member?: boolean;
}

export function candidateOf({ id, givenName, familyName, function: job, organisationName, member = false }: Known): Candidate {
  return { id, name: `${givenName} ${familyName}`.trim(), place: [job, organisationName].filter(Boolean).join(', '), member };
}
