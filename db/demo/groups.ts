import type { GroupKind } from '#app/model/groups.ts';
import type { DemoPersonKey } from './network.ts';

export interface DemoGroup {
  slug: string;
  name: string;
  kind: GroupKind;
  country?: string;
  description: string;
  organisers: readonly DemoPersonKey[];
  members: readonly DemoPersonKey[];
  observers?: readonly DemoPersonKey[];
}

export const THEMES = {
  climat: 'Climat, environnement, biodiversité',
  'participation-citoyenne': 'Participation citoyenne',
  egalite: 'Égalité femmes-hommes',
  sante: 'Santé, action sociale',
  gouvernance: 'Gouvernance et action internationale',
  'outre-mer': 'Outre-mer',
  economie: 'Développement économique',
  energie: 'Énergie',
  sport: 'Sport',
} as const;

export const GROUPS: readonly DemoGroup[] = [
  {
    slug: 'dalc',
    name: 'Dynamique Amérique latine et Caraïbes',
    kind: 'network',
    description:
      'Animer un réseau de collectivités territoriales françaises engagées ou souhaitant s’engager en Amérique latine et aux Caraïbes : partager des expériences, valoriser la coopération, accompagner de nouvelles collectivités.',
    organisers: ['robledo', 'marsac', 'etcheverry'],
    members: [
      ...(['fauconnet', 'agesilas', 'belhadj', 'delorme', 'ribeyre', 'quintero', 'castaing', 'lacombe', 'thebaud'] as const),
      ...(['ferrand', 'roussel', 'bonetti', 'larroque', 'saintHubert', 'vialat'] as const),
    ],
    observers: ['kerdoncuff'],
  },
  {
    slug: 'argentine',
    name: 'Groupe-pays Argentine',
    kind: 'country',
    country: 'AR',
    description: 'Les collectivités françaises qui coopèrent avec des provinces et des villes d’Argentine : Santa Fe, Jujuy, Morón.',
    organisers: ['robledo', 'fauconnet'],
    members: ['roussel', 'belhadj', 'castaing', 'etcheverry'],
  },
  {
    slug: 'haiti',
    name: 'Groupe-pays Haïti',
    kind: 'country',
    country: 'HT',
    description: 'Les collectivités françaises engagées en Haïti.',
    organisers: ['saintHubert'],
    members: ['agesilas', 'maurice', 'quintero'],
  },
  {
    slug: 'mexique',
    name: 'Groupe-pays Mexique',
    kind: 'country',
    country: 'MX',
    description: 'Une instance de dialogue entre des acteurs engagés dans la coopération avec le Mexique, dans une logique de partenariat.',
    organisers: ['pons', 'vasseur'],
    members: ['guerin', 'petitjean', 'charton', 'tran', 'herrera', 'agesilas'],
  },
  {
    slug: 'raict',
    name: 'Rencontres de l’action internationale (RAICT)',
    kind: 'network',
    description: 'La conférence annuelle : deux jours, une plénière et des sessions parallèles, un recueil de comptes-rendus.',
    organisers: ['marsac', 'robledo', 'pons'],
    members: ['saintHubert', 'bonetti', 'vialat'],
  },
];
