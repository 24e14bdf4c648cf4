import type { DoorOf } from './doors.ts';

/** The volume of an edition. */
export const VOLUMES_DOORS: DoorOf[] = [
  { pattern: '/editions/:edition/volume' },
  {
    pattern: '/editions/:edition/volume/prepare',
    forms: [
      { intent: 'texts', revision: '1', title: 'Intrus', subtitle: '', note: '' },
      { intent: 'include', meeting: ':id' },
      { intent: 'leave-out', meeting: ':id' },
      { intent: 'move:1', meeting: ':id' },
      { intent: 'programme-order' },
      { intent: 'annex', id: ':id', annexTitle: 'Intrus', annexBody: 'Intrus' },
      { intent: 'remove-annex', id: ':id' },
      { intent: 'bind', number: '1', seen: '' },
    ],
  },
  { pattern: '/editions/:edition/volume/prepare/preview/:file' },
  { pattern: '/editions/:edition/volume/sessions/:meeting' },
  { pattern: '/editions/:edition/volume/files/:file' },
  { pattern: '/editions/:edition/volume/v/:version' },
  { pattern: '/editions/:edition/volume/v/:version/proof.json' },
  { pattern: '/editions/:edition/volume/v/:version/files', forms: [{}] },
];
