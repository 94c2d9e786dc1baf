/** The report itself, for programs; its schema is `@django-golive/core/schema`. */
import type { Reporter } from './reporter.js';

/** Two-space JSON of the whole report. */
export const json: Reporter = (report) => `${JSON.stringify(report, null, 2)}\n`;
