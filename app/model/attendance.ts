export const ATTENDANCE_ROLES = ['chair', 'facilitator', 'speaker', 'participant', 'interpreter', 'organiser'] as const;
export type AttendanceRole = (typeof ATTENDANCE_ROLES)[number];

/** What an invited person said: comes in person, comes remotely, cannot come, is represented by somebody; 'none' so far. */
export const ANSWERS = ['none', 'in_person', 'remote', 'declined', 'represented'] as const;
export type Answer = (typeof ANSWERS)[number];

export const NOTES_ACCESS = ['write', 'read'] as const;
export type NotesAccess = (typeof NOTES_ACCESS)[number];
