/** What a rendering says about the version itself, already in words. */
export interface VersionFacts {
  /** Date and hours of the meeting. */
  when: string;
  /** « Version 1, publiée le … par … ». */
  line: string;
  /** Permanent address and fingerprint. */
  proof: string;
  /** An ISO date in words. */
  day(iso: string): string;
}
