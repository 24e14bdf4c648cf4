import { sql } from 'kysely';
import { SPEAKER_ROLES } from '#app/model/speakers.ts';

/** On `attendances`: one of the roles for which somebody is asked. */
export const HAS_PART = sql<boolean>`attendances.roles && ${sql.val([...SPEAKER_ROLES])}::text[]`;
