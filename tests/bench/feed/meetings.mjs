const SUMMARY = 'Le point sur les groupes-pays, le répertoire des partenariats et les prochaines rencontres thématiques. '.repeat(3);
let filled = 0;

/** Adds so many public meetings of one group, all within the year that feeds hold. */
export async function fillMeetings(pool, count) {
  await pool.query("insert into groups (slug, name, kind) values ('dalc', 'DALC', 'network') on conflict do nothing");
  const meetings = Array.from({ length: count }, (_, index) => meetingOf(filled + index));
  filled += count;
  await pool.query(
    `insert into meetings (group_id, slug, kind, title, summary, status, edtf, time_zone, during, place_name, place_address)
     select (select id from groups where slug = 'dalc'), m->>'slug', 'group_meeting', m->>'title', m->>'summary', 'scheduled',
       m->>'edtf', 'Europe/Paris',
       tstzrange((split_part(m->>'edtf', '/', 1)::timestamp at time zone 'Europe/Paris'),
         (split_part(m->>'edtf', '/', 2)::timestamp at time zone 'Europe/Paris')),
       m->>'placeName', m->>'placeAddress'
     from jsonb_array_elements($1::jsonb) m`,
    [JSON.stringify(meetings)],
  );
  await pool.query('analyze');
}

/** A meeting as feeds read it: about as many octets as the notes measured (960). */
export function meetingOf(index) {
  const day = Temporal.Now.plainDateISO().add({ days: (index % 500) - 200 });
  return {
    ...{
      id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      slug: `reunion-${index}`,
      status: 'scheduled',
      summary: SUMMARY,
    },
    ...{
      title: `Réunion n° ${index} de la Dynamique Amérique latine et Caraïbes`,
      edtf: `${day}T14:30/${day}T16:00`,
      timeZone: 'Europe/Paris',
    },
    ...{ placeName: 'Cités Unies France', placeAddress: '9 rue Christiani, 75018 Paris', placeAccess: '', online: false, onlineUrl: '' },
    ...{ cancelReason: '', sequence: 1, createdAt: '2026-01-05T08:00:00Z', changedAt: '2026-02-05T08:00:00Z' },
    ...{ themes: ['Climat'], hasMinutes: false, answer: null },
  };
}
