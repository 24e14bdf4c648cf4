import { m } from '#app/messages/compiled/messages.js';
import type { Visibility } from '#app/model/groups.ts';
import type { MeetingKind } from '#app/model/meetings.ts';

/** « Réunion du groupe », « Session »… */
export function kindLabel(kind: MeetingKind): string {
  switch (kind) {
    case 'group_meeting':
      return m.meetings_kind_group_meeting();
    case 'session':
      return m.meetings_kind_session();
    case 'thematic':
      return m.meetings_kind_thematic();
    case 'webinar':
      return m.meetings_kind_webinar();
    case 'other':
      return m.meetings_kind_other();
  }
}

export function visibilityLabel(visibility: Visibility): string {
  return visibility === 'public' ? m.meetings_visibility_public() : m.meetings_visibility_members();
}
