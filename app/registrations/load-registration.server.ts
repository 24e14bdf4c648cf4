import { getLocale } from '#app/locale.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { EditionScope, RegistrationScope } from '#app/model/scope.ts';
import { whenOf } from '#app/model/when.ts';
import { findRegistration, listOwnAnswers, listOwnSessions } from '#db/registrations/read-own.ts';
import type { Services } from '#server/services.ts';
import { loadOffer } from './offer.server.ts';
import { emptyPerson } from './registration-values.ts';

/** One registration as its pages show it: by its own link, to the contact of its delegation, and to organisers. */
export async function loadRegistration(services: Services, scope: RegistrationScope, edition: EditionScope) {
  const { db } = services;
  const [row, sessions, answers, offer] = await Promise.all([
    findRegistration(db, scope),
    listOwnSessions(db, scope),
    listOwnAnswers(db, scope),
    loadOffer(services, edition),
  ]);
  const { id, state, turn, category, givenName, familyName, email, organisationName, revision, cameAs, delegationName } = row;
  const locale = getLocale();
  const own = sessions.map(({ edtf, timeZone, ...session }) => {
    const { date, time } = formatWhen(whenOf(edtf), { zone: timeZone, locale, year: false });
    return { ...session, day: sentenceCase(date), time };
  });
  // what was chosen stays choosable, whoever may see it otherwise
  const hidden = own.filter(
    (session) => session.status !== 'cancelled' && !offer.sessions.some(({ id: offered }) => offered === session.id),
  );
  const kept = hidden.map(({ startsAt, endsAt, ...session }) => ({ ...session, startsAt, endsAt, capacity: null, room: 'free' as const }));
  return {
    registration: {
      id,
      state,
      turn,
      category,
      name: [givenName, familyName].filter(Boolean).join(' '),
      email,
      revision,
      cameAs,
      delegationName,
    },
    sessions: own,
    offer: { ...offer, sessions: [...offer.sessions, ...kept] },
    values: emptyPerson(id, {
      ...{ category, givenName, familyName, email: email ?? '', function: row.function, organisationName },
      answers: Object.fromEntries(answers.map(({ questionId, words, chosen }) => [questionId, words ? [words] : chosen])),
      meetingIds: own.map((session) => session.id),
    }),
  };
}

export type LoadedRegistration = Awaited<ReturnType<typeof loadRegistration>>;
