/** Blocks of the notes that become records to follow up. */
export const RECORD_KINDS = ['decision', 'action', 'proposal', 'takeaway'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
