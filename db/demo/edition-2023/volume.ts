/** What stands around the minutes of the edition in its volume. */
export const VOLUME = {
  title: 'Comptes rendus des Rencontres de l’action internationale des collectivités territoriales',
  subtitle: 'Paris, 18 et 19 septembre 2023',
  note: 'Environ 500 participants ont pris part à la 14e édition des Rencontres de l’action internationale des collectivités territoriales (RAICT), organisée à Paris les 18 et 19 septembre 2023. Cette édition avait pour fil conducteur : « Quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux ? »',
  boundAt: '2023-10-27T09:00:00Z',
} as const;

/** What the first version of one session said wrongly, and how its erratum puts it right. */
export const ERRATUM = {
  session: 'energie',
  /** Of the script, which is right, and as it was first noted. */
  right: 'Depuis 2017, deux projets',
  wrong: 'Depuis 2018, deux projets',
  note: 'La collaboration à Madagascar date de 2017, et non de 2018.',
  publishedAt: '2023-11-06T09:00:00Z',
} as const;
