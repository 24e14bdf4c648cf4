/** Why slides are not taken. Each has words that say what to do. */
export const SLIDES_FAULTS = [
  'not-slides',
  'old-format',
  'macros',
  'objects',
  'scripts',
  'attachments',
  'encrypted',
  'bomb',
  'damaged',
] as const;
export type SlidesFault = (typeof SLIDES_FAULTS)[number];

/** Slides that are not read on. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly fault: SlidesFault;

  constructor(fault: SlidesFault) {
    super(`The slides are not taken: ${fault}.`);
    this.fault = fault;
  }
}
