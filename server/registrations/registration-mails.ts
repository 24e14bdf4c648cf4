import type { Locale } from '#app/locale.ts';
import { fullNameOf } from '#app/model/attendance.ts';
import type { DelegationScope, RegistrationScope } from '#app/model/scope.ts';
import { cleanLine } from '#app/model/text.ts';
import { findEdition } from '#db/programme/read.ts';
import { listDelegationPeople } from '#db/registrations/read-delegations.ts';
import { findRegistration, listOwnSessions, type OwnSession } from '#db/registrations/read-own.ts';
import { delegationMail } from '#emails/delegation.tsx';
import { registrationMail } from '#emails/registration.tsx';
import { registrationCancelledMail } from '#emails/registration-cancelled.tsx';
import type { EditionMail } from '#emails/registration-facts.ts';
import { registrationPlaceMail } from '#emails/registration-place.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { delegationForMail, editionOfLink, registrationForMail } from './access.ts';
import { mintRegistrationLink } from './registration-links.ts';

/** Where a registration stands when the mail leaves; not wanted any more by whoever cancelled meanwhile. */
export const renderRegistration: MailTemplate<'registration'> = async (services, { payload: { registrationId, occasion }, locale }) => {
  const read = await readPerson(services, registrationId, locale);
  if (!read || read.row.state === 'cancelled') return null;
  const { frame, row, sessions } = read;
  const link = await linkOf(services, read, locale);
  return registrationMail({ ...frame, occasion, state: row.state, turn: row.turn, sessions: sessions.filter(isOn).map(inMail), link });
};

/** A place that was given, if it still is theirs. */
export const renderRegistrationPlace: MailTemplate<'registration-place'> = async (services, { payload, locale }) => {
  const read = await readPerson(services, payload.registrationId, locale);
  if (read?.row.state !== 'registered') return null;
  const sessions = read.sessions.filter(
    (session) => isOn(session) && session.state === 'registered' && payload.meetingIds.includes(session.id),
  );
  if (!payload.edition && sessions.length === 0) return null;
  const link = await linkOf(services, read, locale);
  return registrationPlaceMail({ ...read.frame, inEdition: payload.edition, sessions: sessions.map(inMail), link });
};

/** Not wanted by whoever registered again before it left. */
export const renderRegistrationCancelled: MailTemplate<'registration-cancelled'> = async (services, { payload, locale }) => {
  const read = await readPerson(services, payload.registrationId, locale);
  return read?.row.state === 'cancelled' ? registrationCancelledMail({ ...read.frame, by: payload.by }) : null;
};

export const renderDelegation: MailTemplate<'delegation'> = (services, { payload, locale }) =>
  toContact(services, payload.delegationId, null, locale);

export const renderDelegationPlace: MailTemplate<'delegation-place'> = async (services, { payload, locale }) => {
  const read = await readPerson(services, payload.registrationId, locale);
  return read?.row.state === 'registered' ? toContact(services, payload.delegationId, cleanLine(fullNameOf(read.row)), locale) : null;
};

async function toContact(services: Services, delegationId: string, placeFor: string | null, locale: Locale) {
  const scope = await delegationForMail(services.db, delegationId);
  if (!scope) return null;
  const people = await listDelegationPeople(services.db, scope);
  const link = await mintRegistrationLink(services, { delegationId }, locale);
  const shown = people.filter((person) => person.withdrawnAt === null && person.state !== 'cancelled');
  // names go to whoever typed them, and only once they know the link: the first mail may reach a stranger
  const named = placeFor === null ? [] : shown.map((person) => ({ name: cleanLine(fullNameOf(person)), state: placeOf(person) }));
  return delegationMail({ ...(await frameOf(services, scope, locale)), people: named, placeFor, link });
}

const placeOf = ({ state, told }: Awaited<ReturnType<typeof listDelegationPeople>>[number]) =>
  state === 'registered' || state === 'waiting' ? state : told;

async function readPerson(services: Services, registrationId: string, locale: Locale) {
  const scope = await registrationForMail(services.db, registrationId);
  if (!scope) return null;
  const [row, sessions, frame] = await Promise.all([
    findRegistration(services.db, scope),
    listOwnSessions(services.db, scope),
    frameOf(services, scope, locale),
  ]);
  return { row, sessions, frame };
}

async function frameOf(services: Services, scope: RegistrationScope | DelegationScope, locale: Locale): Promise<EditionMail> {
  const { name, place, startsOn, endsOn } = await findEdition(services.db, await editionOfLink(services, scope));
  return { locale, appUrl: services.env.appUrl, edition: { name: cleanLine(name), place: cleanLine(place), startsOn, endsOn } };
}

function linkOf(services: Services, { row }: { row: { id: string; personId: string | null } }, locale: Locale): Promise<string> {
  return mintRegistrationLink(services, { registrationId: row.id, personId: row.personId }, locale);
}

const isOn = (session: OwnSession) => session.status !== 'cancelled';
const inMail = ({ title, edtf, timeZone, state }: OwnSession) => ({ title: cleanLine(title), edtf, timeZone, state });
