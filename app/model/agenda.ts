export const AGENDA_ITEM_KINDS = ['opening', 'information', 'discussion', 'decision', 'break', 'conclusion'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];
