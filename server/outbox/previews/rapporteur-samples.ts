import { type ReportInMail, rapporteurAssignedMail, rapporteurReminderMail } from '#emails/rapporteur.tsx';
import { reportsNewsMail } from '#emails/reports-news.tsx';
import { GROUP, ORGANISER, type Preview, READER } from './sample.ts';

const SESSION: ReportInMail = {
  ...{ slug: 'raict-sessions-climat', title: 'Changements climatiques', groupName: GROUP, editionName: 'RAICT 2027' },
  ...{ edtf: '2027-09-20T10:30/2027-09-20T12:00', timeZone: 'Europe/Paris', readerZone: 'America/Martinique', placeName: 'Salle 3' },
  ...{ unannounced: false, dueOn: '2027-09-23', headings: ['Résumé', 'Interventions', 'Débat', 'Conclusion'] },
};

export const rapporteurAssignedSamples: Preview = ({ locale, appUrl }) => {
  const frame = { locale, appUrl, givenName: READER.givenName };
  return [
    { ...rapporteurAssignedMail({ ...frame, session: SESSION, organiserName: ORGANISER.name }), organiser: ORGANISER },
    rapporteurAssignedMail({ ...frame, session: { ...SESSION, unannounced: true, dueOn: null, headings: [] }, organiserName: null }),
  ];
};

export const rapporteurReminderSamples: Preview = ({ locale, appUrl }) =>
  (['eve', 'late'] as const).map((level) =>
    rapporteurReminderMail({ locale, appUrl, givenName: READER.givenName, session: SESSION, level }),
  );

export const reportsNewsSamples: Preview = ({ locale, appUrl }) => {
  const frame = { locale, appUrl, givenName: ORGANISER.name.split(' ')[0] ?? '', groupName: GROUP };
  const edition = { slug: 'raict-2027', name: 'RAICT 2027' };
  const handedIn = [
    { title: 'Changements climatiques', byName: READER.name, findings: 2 },
    { title: 'Énergie', byName: 'Paula Nardelli', findings: 0 },
  ];
  return [
    reportsNewsMail({ ...frame, edition, handedIn, late: ['Sport'] }),
    reportsNewsMail({ ...frame, edition, handedIn: [], late: ['Sport'] }),
  ];
};
