/** What golive is given: a project that wishes it ill. */

export interface HostileInput {
  /** What it was made of, in words. */
  readonly made: string;
  /** The kinds of mishaps and bombs among that. */
  readonly kinds: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** The settings module; found by golive where it is not named. */
  readonly settings: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly django: string;
}
