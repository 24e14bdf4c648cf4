/** What one paper holds: errors that are really in it, as they were found by reading it, and what the checker says of it. */
export interface Paper {
  /** Each true error that is found, with the findings (« problem · words ») that tell it: some stand in several places. */
  found: Record<string, string[]>;
  /** True errors within what the checker looks for that it does not find. */
  missed: string[];
  /** Findings that are no errors. */
  falseAlarms: string[];
}

/**
 * The five papers, read word for word. Names of people are invented; every slip is where it is in the original. Not listed:
 * grammar (« a définit », « un méthodologie »), which no rule looks at, and what reading the file mends already
 * (sentences that a page break cut, links to nowhere).
 */
export const PAPERS: Record<string, Paper> = {
  'brainstorming.txt': {
    found: {
      'the annex with the participants is not there': ['annex_missing · Annexe 1'],
      'the next meeting has no date': ['date_untyped · début janvier'],
      'the roadmap is due in a season': ['date_untyped · d’ici été 2021'],
      'two marks at the end of a question': ['punctuation · ? ;'],
      'Elaine or Elane Holm, in two papers': ['name_spelling · Elaine Holm'],
    },
    missed: [
      'nobody is to organise the new meeting, as no action says so',
      'nobody is to write the directory of who does what',
      'nobody is to send these minutes, and by no day',
      'the roadmap is promised for January and for the summer',
    ],
    falseAlarms: [],
  },
  'feuille-de-route.txt': {
    found: {
      'the webinar is still to be told of': ['to_complete · (informations à venir)', 'to_complete · (informations à venir)'],
      'the journey is still to be confirmed': ['to_complete · (participation à confirmer)', 'to_complete · (participation à confirmer)'],
      'October after November': ['month_order · Octobre : rencontre DALC sur la thématiq'],
      'a sentence that ends with a comma': ['punctuation · ,'],
      'Batoui or Batouni, in two papers': ['name_spelling · Hortense Batoui'],
    },
    missed: ['one session has two titles'],
    falseAlarms: [],
  },
  'groupe-pays.txt': {
    found: {
      'Marie- Laure': ['name_spacing · Marie- Laure'],
      'Barbès- Rochechouart': ['punctuation · Barbès- Rochechouart'],
      '15 janvier 2014 and 15/01/13': ['year_differs · 15/01/13'],
      janvier14: ['punctuation · janvier14'],
      juillet15: ['punctuation · juillet15'],
      'a point before a colon, in a list': ['punctuation · .:'],
      'a paragraph that begins in the middle': ['cut_start · la'],
      'a comma before a bracket': ['punctuation · ,)'],
      'O.Durance': ['punctuation · O.Durance'],
      'eux –même': ['punctuation · eux –même'],
      'words that were left out': ['to_complete · (...)'],
      'a bullet that became a letter': ['markup · n'],
      'one sentence twice, mended in one place': [
        "almost_repeated · Sur la coopération, un arrangement administratif officialisant l'appel conjoint sera signé.",
      ],
    },
    missed: [
      'three lines of work are told of, five come',
      'two actions are told of, three come',
      'the president comes in July, or in June or July',
      'nobody is to write to the ministry',
      'the network is ALLAS here and AL-LAs in two papers',
    ],
    falseAlarms: [],
  },
  'journee.txt': {
    found: {
      'Raingaud or Raingraud': ['name_two_ways · Priscille Raingraud'],
      'Martignas with hyphens or without': ['organisation_spelling · Martignas sur Jalle'],
      Coordnatrice: ['function_misspelt · Coordnatrice'],
    },
    missed: ['the nature park has two names', 'the study has two titles', 'page 13 of the slides is not there'],
    falseAlarms: [],
  },
  'rencontres.txt': {
    found: {
      'Kalota Berg or Kaluba-Berg': ['name_spelling · Eliakim Kaluba-Berg'],
      'Zahirou or Zadhirou': ['name_spelling · Zadhirou Boustaifa'],
      'Mme or M. Ane Martinez Robles': ['name_title · M. Ane Martinez Robles'],
      'M. Wilmar, by his given name': ['name_given_for_family · Wilmar'],
      'Gélart or Gelart': ['name_accents · Paul Henri Gelart', 'name_accents · Gelart'],
      'mayor of Dijon, or president of its métropole': [
        'function_two_ways · Olivier Kesbamen (Président de Dijon Métropole et Président de Cités Unies France)',
      ],
      ajointe: ['function_misspelt · ajointe'],
      'ESCI for ECSI': ['organisation_spelling · ESCI'],
      'Platforma or Plateforma': ['organisation_spelling · Platforma'],
      'Auvergne-Rhône Alpes': ['organisation_spelling · Auvergne-Rhône Alpes'],
      'pS-Eau or Ps-Eau': ['organisation_spelling · pS-Eau'],
      'Bourgogne(-)Franche-Comté': ['organisation_spelling · Bourgogne-Franche-Comté'],
      'a Tuesday that was a Monday': ['weekday · Mardi 18 septembre 2023'],
      '« aux progrès de la France dans les. »': ['cut_end · les.'],
      'a function that ends with a colon': ['list_missing · itoyen et la jeunesse (MEAE) :'],
      'France- pays': ['punctuation · France- pays'],
      'a point before a colon': ['punctuation · . :'],
      'Elaine or Elane Holm, in two papers': ['name_spelling · Elane Holm', 'name_spelling · Elane Holm'],
      'Jeanne or Joanna Corvel, in two papers': ['name_spelling · Joanna CORVEL'],
      'Batoui or Batouni, in two papers': ['name_spelling · Hortense BATOUNI'],
    },
    missed: [
      'the name of the meetings has « extérieure » in the title and « internationale » below',
      'one speaker represents the same council twice',
      'the agency is « pour le développement », in another paper « de développement »',
      'ANALAYSE',
      '« Cités Unies » lacks « France »',
    ],
    falseAlarms: [
      // a summary may say what the first sentence says
      'almost_repeated · Les ODD constituent un « langage commun » dans les partenariats internationaux entre les collectivités territoriales.',
    ],
  },
};
