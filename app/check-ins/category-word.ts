import { m } from '#app/messages/compiled/messages.js';
import type { RegistrationCategory } from '#app/model/registrations.ts';

export function categoryWord(category: RegistrationCategory): string {
  switch (category) {
    case 'member':
      return m.check_ins_category_member();
    case 'partner':
      return m.check_ins_category_partner();
    case 'speaker':
      return m.check_ins_category_speaker();
    case 'press':
      return m.check_ins_category_press();
  }
}
