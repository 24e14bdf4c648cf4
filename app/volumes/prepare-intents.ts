/** What the forms of the page that prepares a volume send. */
export const TEXTS = 'texts';
export const INCLUDE = 'include';
export const LEAVE_OUT = 'leave-out';
export const MOVE = 'move';
export const PROGRAMME_ORDER = 'programme-order';
export const ANNEX = 'annex';
export const REMOVE_ANNEX = 'remove-annex';
export const BIND = 'bind';
