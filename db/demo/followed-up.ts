import type { DemoMeeting } from './meetings.ts';

/** In days from today: when it was held and its minutes came out, and the due days of its actions. */
const TIMES = { held: -38, published: -33, late: -11, lateToo: -2, soon: 4, later: 9 } as const;

/** The meeting whose actions are being followed, as seen on `today`: some done, some late, one without anybody. */
export function meetingFollowedUp(today: Temporal.PlainDate): DemoMeeting {
  const held = today.add({ days: TIMES.held });
  const day = held.subtract({ days: Math.max(0, held.dayOfWeek - 5) });
  const due = (days: number) => today.add({ days }).toString();
  return {
    ...{ slug: `${day}-preparer-la-rencontre-climat`, group: 'dalc', kind: 'group_meeting', themes: ['climat'] },
    ...{ edtf: `${day}T10:00/${day}T11:00`, countries: ['EC', 'PE'] },
    title: 'Préparer la rencontre climat',
    place: { name: 'Visioconférence Zoom' },
    agenda: [
      { title: 'Témoignages', minutes: 30, presenters: ['larroque'] },
      { title: 'Suites à donner', minutes: 20, kind: 'conclusion', presenters: ['marsac'] },
      { title: 'Traduction simultanée', minutes: 10, summary: 'Devis de deux prestataires.', presenters: ['robledo'] },
    ],
    attendees: (['marsac', 'robledo', 'etcheverry', 'larroque', 'belhadj', 'saintHubert'] as const).map((person, index) => ({
      ...{ person, answer: 'remote', checkedIn: true },
      roles: index < 2 ? ['facilitator'] : ['participant'],
    })),
    publishedAt: `${today.add({ days: TIMES.published })}T09:00:00Z`,
    script: `# Témoignages
@larroque
Deux collectivités témoigneront : l’une sur la gestion d’un bassin-versant, l’autre sur la forêt.
!! Deux témoignages, un du Nord et un du Sud, ouvriront la rencontre climat.
@belhadj
Nanterre peut relayer l’invitation auprès des villes de la périphérie de Buenos Aires.
# Suites à donner
= La rencontre climat se tient en visioconférence, avec traduction simultanée.
= Les deux témoignages sont relus par le groupe avant la rencontre.
[] Confirmer la participation à la conférence Antilles-Guyane // robledo // ${due(TIMES.late)}
[] Réserver la salle de la rencontre climat // etcheverry // ${due(TIMES.lateToo)}
[] Envoyer aux membres la liste des réseaux partenaires // robledo // ${due(TIMES.soon)}
[] Proposer un témoignage pour la rencontre climat // Ville de Nanterre // ${due(TIMES.later)}
[] Ouvrir le sondage de dates de la rencontre climat
[] Relire la note sur le groupe-pays Haïti // saintHubert // ${due(TIMES.late)}`,
  };
}

/** Of the actions above, the one that is done, and what became of it; those of older meetings are done too. */
export const DONE = { words: 'Relire la note', outcome: 'Note relue et transmise au groupe.' } as const;
