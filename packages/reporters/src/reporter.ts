/** What a reporter is: a pure function from a report to text. */
import type { Report } from '@django-golive/core';

/** How the text is to look. */
export interface ReporterOptions {
  /** Whether the reader's terminal shows colour. */
  readonly color?: boolean;
  /** The width of the reader's terminal. */
  readonly columns?: number;
  /** Only the verdict and the findings. */
  readonly brief?: boolean;
}

/** Renders a report. Never throws for a valid one; the same report gives the same text. */
export type Reporter = (report: Report, options?: ReporterOptions) => string;
