import type { Question, RegistrationCategory } from '#app/model/registrations.ts';
import { REGISTRATION_CATEGORIES, REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import type { Executor } from '#db/client.ts';

/** Of an edition, from a gate (EditionScope, RegistrationScope…) or a row that a verb holds. */
interface OfEdition {
  readonly editionId: string;
}

export interface RegistrationSettings {
  /** Days of the edition's zone; see opennessOn. */
  opensOn: string | null;
  closesOn: string | null;
  capacity: number | null;
  categories: RegistrationCategory[];
  takesSessions: boolean;
  information: string;
  answersErasedAt: string | null;
  /** 0: never written. */
  revision: number;
}

/** How an edition takes registrations; nobody wrote it down yet: it takes none. */
export async function findSettings(db: Executor, { editionId }: OfEdition): Promise<RegistrationSettings> {
  const row = await db
    .selectFrom('registrationSettings')
    .select(['opensOn', 'closesOn', 'capacity', 'categories', 'takesSessions', 'information', 'answersErasedAt', 'revision'])
    .where('editionId', '=', editionId)
    .executeTakeFirst();
  return (
    row ?? {
      ...{ opensOn: null, closesOn: null, capacity: null, categories: [...REGISTRATION_CATEGORIES], takesSessions: true },
      ...{ information: '', answersErasedAt: null, revision: 0 },
    }
  );
}

/** The questions that are asked, in their order. */
export async function listQuestions(db: Executor, { editionId }: OfEdition): Promise<Question[]> {
  return db
    .selectFrom('registrationQuestions')
    .select(['id', 'kind', 'label', 'hint', 'required', 'options'])
    .where('editionId', '=', editionId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(REGISTRATION_LIMITS.questions)
    .execute();
}

/** Questions that are asked no more and have answers, for lists and files of organisers. */
export async function listRemovedQuestions(db: Executor, { editionId }: OfEdition): Promise<Question[]> {
  return db
    .selectFrom('registrationQuestions')
    .select(['id', 'kind', 'label', 'hint', 'required', 'options'])
    .where('editionId', '=', editionId)
    .where('removedAt', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('registrationAnswers')
          .select('registrationAnswers.questionId')
          .whereRef('registrationAnswers.questionId', '=', 'registrationQuestions.id'),
      ),
    )
    .orderBy('removedAt')
    .orderBy('id')
    .limit(REGISTRATION_LIMITS.questions)
    .execute();
}
