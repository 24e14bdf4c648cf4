export interface DemoOutsideEvent {
  title: string;
  edtf: string;
  place: string;
  country?: string;
  timeZone?: string;
  url?: string;
  note?: string;
}

/** The « calendrier des évènements extérieurs » of the roadmap of 2022. */
const PAST: readonly DemoOutsideEvent[] = [
  { title: 'Semaine de l’Amérique latine et des Caraïbes', edtf: '2022-05-26/2022-06-11', place: 'Partout en France', country: 'FR' },
  { title: 'Forum urbain mondial', edtf: '2022-06-26/2022-06-30', place: 'Katowice', country: 'PL' },
  { title: 'COP27', edtf: '2022-11-07/2022-11-18', place: 'Charm el-Cheikh', country: 'EG' },
  {
    title: 'Conférence de coopération régionale Antilles-Guyane',
    edtf: '2022-11?',
    place: 'Guadeloupe',
    country: 'GP',
    timeZone: 'America/Guadeloupe',
  },
  { title: 'Congrès mondial de l’OIDP', edtf: '2022-12-07/2022-12-10', place: 'Grenoble', country: 'FR' },
];

/** The same kind of calendar around today: what is near by its days, what is far by its month. */
export function demoOutsideEvents(today: Temporal.PlainDate): DemoOutsideEvent[] {
  const spring = today.with({ month: 5, day: 26 });
  const week = Temporal.PlainDate.compare(spring.add({ days: 16 }), today) < 0 ? spring.add({ years: 1 }) : spring;
  const forum = today.add({ days: 24 }).subtract({ days: today.dayOfWeek - 1 });
  const month = (from: Temporal.PlainDate) => from.toString().slice(0, 7);
  return [
    ...PAST,
    {
      ...{
        title: 'Forum urbain mondial',
        edtf: `${forum}/${forum.add({ days: 4 })}`,
        place: 'Katowice',
        country: 'PL',
        timeZone: 'Europe/Warsaw',
      },
      note: 'La délégation française tient un stand commun.',
    },
    {
      ...{
        title: 'Conférence des Parties sur le climat (COP)',
        edtf: `${today.add({ days: 52 })}/${today.add({ days: 63 })}`,
        place: 'Belém',
      },
      ...{ country: 'BR', timeZone: 'America/Sao_Paulo', note: 'Pavillon des collectivités : programme à venir.' },
    },
    {
      ...{ title: 'Conférence de coopération régionale Antilles-Guyane', edtf: `${month(today.add({ months: 4 }))}?`, place: 'Guadeloupe' },
      ...{ country: 'GP', timeZone: 'America/Guadeloupe', note: 'Participation à confirmer.' },
    },
    {
      title: 'Semaine de l’Amérique latine et des Caraïbes',
      edtf: `${week}/${week.add({ days: 16 })}`,
      place: 'Partout en France',
      country: 'FR',
    },
    { title: 'Sommet de Mercociudades', edtf: 'XXXX', place: '', note: 'Date annoncée par le réseau en cours d’année.' },
  ];
}
