/** What a command gives back, and where a run writes. */

/** Exit codes: what a script can rely on. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, nothingToAudit: 3 } as const;

/** What a command gives back: texts to write, and how to end. */
export interface Outcome {
  readonly code: number;
  readonly outputs: readonly { readonly text: string; readonly file: string | undefined }[];
  /** For standard error. */
  readonly message?: string;
}

/** Where a run writes: the process's own streams, or a test's. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly columns: number;
  readonly color: boolean;
}
