import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { VolumeEntry, VolumeFrame } from '#app/model/volumes.ts';
import type { BoundChapter, VolumeContent } from '#server/volumes/volume-content.ts';

const NOTE = `Environ **500 participants** ont pris part à la *14e édition* des Rencontres, qui s’est tenue à Paris les 18 et 19 septembre 2023.

Cette édition avait pour fil conducteur :
- la contribution des collectivités territoriales aux grands enjeux mondiaux ;
- leurs partenariats.`;

/** A volume of these minutes, the first of them number 0, with one session that was cancelled and one without minutes. */
export function volumeOf(contents: readonly MinutesContent[], more: Partial<VolumeFrame> = {}): VolumeContent {
  const chapters = contents.map(
    (content, number): BoundChapter => ({
      ...{ kind: 'minutes', number, meetingId: `m${number}`, slug: content.meeting.slug, version: 1, sha256: 'ab'.repeat(32), content },
      ...{ publishedAt: '2023-10-02T10:00:00Z', publishedByName: 'Inès Robledo' },
    }),
  );
  const absent: VolumeEntry[] = (['missing', 'cancelled'] as const).map((kind, index) => ({
    ...{ kind, number: contents.length + index, meetingId: `absent${index}`, slug: `absente-${index}` },
    title: index === 0 ? 'Réunion du groupe-pays Japon' : 'Réunion Outre-mer',
  }));
  const frame: VolumeFrame = {
    ...{ format: 1, edition: 'public', language: 'fr', note: NOTE, withOrganisations: true, withIndex: true },
    volume: {
      ...{ slug: 'raict-2023', title: 'Rencontres de l’action internationale des collectivités territoriales 2023' },
      ...{ subtitle: 'Quelle contribution aux grands enjeux mondiaux ?', startsOn: '2023-09-18', endsOn: '2023-09-19' },
      ...{ timeZone: 'Europe/Paris', place: 'Paris, Palais des congrès', group: { slug: 'cuf', name: 'Réseau des collectivités' } },
    },
    annexes: [
      { title: 'Programme des visites', body: 'La **visite** du port est ouverte à tous.\n\n- lundi : le port ;\n- mardi : la ville.' },
    ],
    entries: [...chapters.map(({ content: _, publishedAt: _at, publishedByName: _by, ...entry }) => entry), ...absent],
    ...more,
  };
  return { frame, chapters };
}
